/* Extension of the plug-in: its settings, for administrators. The plug-in supplies types, bounds, defaults and texts;
 * the host shows them. */
#ifndef STAFFING_EXT_SETTINGS_H
#define STAFFING_EXT_SETTINGS_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_SETTINGS "staffing.settings/1"

typedef struct staffing_settings {
    /* [thread-safe] Describes all settings: schema/settings.schema.json. */
    staffing_status(STAFFING_CALL *describe)(const staffing_plugin *plugin,
                                             const staffing_string_sink *settings_json,
                                             const staffing_error_sink *error);

    /* [thread-safe] Writes the current values: an object, key to value. */
    staffing_status(STAFFING_CALL *values)(const staffing_plugin *plugin, const staffing_string_sink *values_json,
                                           const staffing_error_sink *error);

    /* [worker] Changes the values named in values_json, all or none, at once and permanently. When a value is not
     * accepted, the answer is REFUSED and problems_json, although this is a failure, gets an object, key to
     * sentence. */
    staffing_status(STAFFING_CALL *change)(const staffing_plugin *plugin, const staffing_string *values_json,
                                           const staffing_string_sink *problems_json,
                                           const staffing_error_sink *error);
} staffing_settings;

STAFFING_END_DECLS

#endif
