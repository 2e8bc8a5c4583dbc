/* Extension of the plug-in: what an administrator can set. The plug-in gives types, bounds, defaults and
 * words; the host shows them. */
#ifndef STAFFING_EXT_SETTINGS_H
#define STAFFING_EXT_SETTINGS_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_SETTINGS "staffing.settings/1"

typedef struct staffing_settings {
    /* [thread-safe] The settings that there are: schema/settings.schema.json. */
    staffing_status(STAFFING_CALL *describe)(const staffing_plugin *plugin,
                                             const staffing_string_sink *settings_json,
                                             const staffing_error_sink *error);

    /* [thread-safe] The values in force: an object, key to value. */
    staffing_status(STAFFING_CALL *values)(const staffing_plugin *plugin, const staffing_string_sink *values_json,
                                           const staffing_error_sink *error);

    /* [worker] Changes the values named in values_json, all or none, at once and for good. When a value is not
     * taken the answer is REFUSED and problems_json, though this is a failure, holds an object, key to sentence. */
    staffing_status(STAFFING_CALL *change)(const staffing_plugin *plugin, const staffing_string *values_json,
                                           const staffing_string_sink *problems_json,
                                           const staffing_error_sink *error);
} staffing_settings;

STAFFING_END_DECLS

#endif
