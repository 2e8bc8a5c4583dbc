/* Extension of the plug-in: what people do in its dialogs (see dialogs.h). */
#ifndef STAFFING_EXT_DIALOG_EVENTS_H
#define STAFFING_EXT_DIALOG_EVENTS_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_DIALOG_EVENTS "staffing.dialog_events/1"

typedef struct staffing_dialog_events {
    /* [main-thread] Something happened in a dialog. event_json: schema/dialog_event.schema.json. An event of a kind
     * that the plug-in does not know is answered with OK and changes nothing. An event for a dialog that the plug-in
     * does not know (any more) is answered with NOT_FOUND and changes nothing. */
    staffing_status(STAFFING_CALL *on_event)(const staffing_plugin *plugin, uint64_t dialog_id,
                                             const staffing_string *event_json, const staffing_error_sink *error);
} staffing_dialog_events;

STAFFING_END_DECLS

#endif
