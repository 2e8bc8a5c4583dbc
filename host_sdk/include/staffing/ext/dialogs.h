/* Extension of the host: windows. The plug-in describes a window; the host draws it. What people do there comes back
 * through the plug-in's dialog_events.h. */
#ifndef STAFFING_EXT_DIALOGS_H
#define STAFFING_EXT_DIALOGS_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_DIALOGS "staffing.dialogs/1"

typedef struct staffing_dialogs {
    /* [main-thread] Opens a dialog and writes its id, which is never reused, to *dialog_id. view_json:
     * schema/dialog_view.schema.json; INVALID_ARGUMENT when it is not a view. Does not wait for the person. */
    staffing_status(STAFFING_CALL *open)(const staffing_host *host, const staffing_string *view_json,
                                         uint64_t *dialog_id, const staffing_error_sink *error);

    /* [main-thread] Changes an open dialog. patch_json: a JSON Patch (RFC 6902) of its view, all or nothing. What the
     * person is typing is not lost: a value in the view is only a field's initial value. NOT_FOUND when the dialog is
     * closed. */
    staffing_status(STAFFING_CALL *update)(const staffing_host *host, uint64_t dialog_id,
                                           const staffing_string *patch_json, const staffing_error_sink *error);

    /* [main-thread] Closes a dialog. No more events come from it, not even "closed". NOT_FOUND when it is already
     * closed, also by the person. */
    staffing_status(STAFFING_CALL *close)(const staffing_host *host, uint64_t dialog_id,
                                          const staffing_error_sink *error);
} staffing_dialogs;

STAFFING_END_DECLS

#endif
