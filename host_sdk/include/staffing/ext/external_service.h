/* Extension of the plug-in: its accounts, for the host's administration > external services. The plug-in supplies the
 * fields and texts of the form; the host draws it and returns the values. */
#ifndef STAFFING_EXT_EXTERNAL_SERVICE_H
#define STAFFING_EXT_EXTERNAL_SERVICE_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_EXTERNAL_SERVICE "staffing.external_service/1"

typedef struct staffing_external_service {
    /* [thread-safe] The service and its form: schema/external_service_form.schema.json. */
    staffing_status(STAFFING_CALL *describe)(const staffing_plugin *plugin, const staffing_string_sink *form_json,
                                             const staffing_error_sink *error);

    /* [thread-safe] Checks values while they are typed, without the network. problems_json gets an object, field id to
     * sentence; {} when there are no problems. */
    staffing_status(STAFFING_CALL *validate)(const staffing_plugin *plugin, const staffing_string *values_json,
                                             const staffing_string_sink *problems_json,
                                             const staffing_error_sink *error);

    /* [worker] Asks the carrier whether it accepts these credentials: REFUSED when it does not, UNAVAILABLE when it
     * cannot be asked. account_id: a saved account whose secrets replace those missing in the values; 0: none.
     * values_json, here and below: an object, field id to string. */
    staffing_status(STAFFING_CALL *test)(const staffing_plugin *plugin, int64_t account_id,
                                         const staffing_string *values_json, const staffing_error_sink *error);

    /* [worker] Adds an account (account_id 0) or changes one, after asking the carrier, and writes its id to
     * *saved_id. All or nothing. A secret that is missing in the values of a change stays as it is. NOT_FOUND when
     * there is no such account, REFUSED when validate would find a problem. */
    staffing_status(STAFFING_CALL *save)(const staffing_plugin *plugin, int64_t account_id,
                                         const staffing_string *values_json, int64_t *saved_id,
                                         const staffing_error_sink *error);

    /* [worker] Removes an account and its secrets, and undoes what was registered at the carrier. NOT_FOUND when there
     * is no such account. */
    staffing_status(STAFFING_CALL *remove)(const staffing_plugin *plugin, int64_t account_id,
                                           const staffing_error_sink *error);

    /* [worker] Lists the saved accounts: schema/external_service_accounts.schema.json. Never contains a secret. */
    staffing_status(STAFFING_CALL *list)(const staffing_plugin *plugin, const staffing_string_sink *accounts_json,
                                         const staffing_error_sink *error);
} staffing_external_service;

STAFFING_END_DECLS

#endif
