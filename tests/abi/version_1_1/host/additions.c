#include <stdio.h>

#include "host.h"

/* What 1.1 added. A plug-in of 1.0 has nothing of it. */

typedef struct account_use {
    const staffing_plugin* plugin;
    const staffing_account_actions* actions;
    const staffing_external_service* service;
    int64_t account_id;
} account_use;

/* The first action that the list of accounts names; "" when it names none. */
static void find_action(const char* accounts_json, char action[200]) {
    const char* at = strstr(accounts_json, "\"actions\"");
    at = at == NULL ? NULL : strstr(at, "\"id\"");
    at = at == NULL ? NULL : strchr(at + 4, '"');
    action[0] = '\0';
    if (at != NULL) copy_text(action, 200, at + 1, strcspn(at + 1, "\""));
}

static void* perform_actions(void* context) {
    const account_use* use = context;
    answer accounts = {.written = 0};
    answer why[2] = {{.written = 0}, {.written = 0}};
    const staffing_error_sink error[2] = {{&why[0], keep}, {&why[1], keep}};
    const staffing_string_sink listing = {&accounts, keep};
    const staffing_string unknown = text("no such action");
    char found[200];
    const staffing_status refused = use->actions->perform(use->plugin, use->account_id, &unknown, &error[0]);
    if (refused != STAFFING_STATUS_NOT_FOUND) broken("An unknown action is answered %d.", (int)refused);
    use->service->list(use->plugin, &listing, NULL);
    find_action(accounts.text, found);
    if (found[0] == '\0') return NULL;
    const staffing_string action = text(found);
    const staffing_status status = use->actions->perform(use->plugin, use->account_id, &action, &error[1]);
    printf("action: %s\n", found);
    say_status("account_actions.perform", status, &why[1]);
    return NULL;
}

void call_account_action(const staffing_plugin* plugin, int64_t account_id) {
    account_use use = {plugin, extension(plugin, STAFFING_EXT_ACCOUNT_ACTIONS),
                       extension(plugin, STAFFING_EXT_EXTERNAL_SERVICE), account_id};
    if (use.actions != NULL && use.service != NULL) on_worker(perform_actions, &use);
}

static void read_trail(const staffing_plugin* plugin, const staffing_audit* audit,
                       staffing_audit_format format) {
    int64_t last_id = 0;
    do {
        answer part = {.written = 0}, why = {.written = 0};
        const staffing_error_sink error = {&why, keep};
        const staffing_string_sink sink = {&part, keep};
        const int64_t after_id = last_id;
        const staffing_status status = audit->read(plugin, format, after_id, 2, &sink, &last_id, &error);
        say_status("audit.read", status, &why);
        if (part.written > 1) broken("audit.read wrote a part in %d pieces.", part.written);
        if (status != STAFFING_STATUS_OK) return;
        if (last_id != 0 && last_id <= after_id) {
            broken("The part after %lld ends at %lld.", (long long)after_id, (long long)last_id);
            return;
        }
        printf("%s", part.text);
    } while (last_id != 0);
}

typedef struct audit_use {
    const staffing_plugin* plugin;
    const staffing_audit* audit;
} audit_use;

static void* read_audit(void* context) {
    const audit_use* use = context;
    read_trail(use->plugin, use->audit, STAFFING_AUDIT_FORMAT_CSV);
    read_trail(use->plugin, use->audit, STAFFING_AUDIT_FORMAT_JSON_LINES);
    return NULL;
}

void call_audit(const staffing_plugin* plugin) {
    audit_use use = {plugin, extension(plugin, STAFFING_EXT_AUDIT)};
    if (use.audit != NULL) on_worker(read_audit, &use);
}

void call_session_events(const staffing_plugin* plugin) {
    const staffing_session_events* events = extension(plugin, STAFFING_EXT_SESSION_EVENTS);
    answer why[2] = {{.written = 0}, {.written = 0}};
    const staffing_error_sink error[2] = {{&why[0], keep}, {&why[1], keep}};
    if (events == NULL) return;
    run_tasks();
    log_in(0);
    say_status("session_events.changed: logged out", events->changed(plugin, &error[0]), &why[0]);
    run_tasks();
    log_in(1);
    say_status("session_events.changed: logged in", events->changed(plugin, &error[1]), &why[1]);
}
