/* Extension of the plug-in: what can be done with a saved account of its external service besides changing and
 * removing it. The list of accounts names the actions of each account (schema/external_service_accounts.schema.json);
 * the host offers them in the account's row. */
#ifndef STAFFING_EXT_ACCOUNT_ACTIONS_H
#define STAFFING_EXT_ACCOUNT_ACTIONS_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

/* Since 1.1. */
#define STAFFING_EXT_ACCOUNT_ACTIONS "staffing.account_actions/1"

typedef struct staffing_account_actions {
    /* [worker] Performs the action. All or nothing; the carrier may be asked. NOT_FOUND when there is no such account,
     * or when it has no such action now; otherwise the statuses of external_service.save. */
    staffing_status(STAFFING_CALL *perform)(const staffing_plugin *plugin, int64_t account_id,
                                            const staffing_string *action_id, const staffing_error_sink *error);
} staffing_account_actions;

STAFFING_END_DECLS

#endif
