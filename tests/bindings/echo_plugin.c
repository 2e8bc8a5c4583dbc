/* A plug-in for the tests of bindings. What it is told goes on to its host's credentials, and comes back from
 * there. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "staffing/entry.h"
#include "staffing/ext/account_actions.h"
#include "staffing/ext/audit.h"
#include "staffing/ext/backup.h"
#include "staffing/ext/clock.h"
#include "staffing/ext/credentials.h"
#include "staffing/ext/dialogs.h"
#include "staffing/ext/log.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/message_log.h"
#include "staffing/ext/monotonic_clock.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/organization.h"
#include "staffing/ext/paths.h"
#include "staffing/ext/progress.h"
#include "staffing/ext/records.h"
#include "staffing/ext/session.h"
#include "staffing/ext/session_events.h"
#include "staffing/ext/settings.h"
#include "staffing/ext/thread_check.h"

typedef struct echo {
    staffing_plugin plugin;
    const staffing_host* host;
    const staffing_credentials* credentials;
    const staffing_log* log;
    const staffing_message_log* message_log;
    const staffing_monotonic_clock* monotonic_clock;
    const staffing_organization* organization;
    const staffing_records* records;
    const staffing_session* session;
} echo;

static staffing_string text(const char* words) {
    return (staffing_string){words, strlen(words)};
}

static const staffing_plugin_descriptor descriptor = {
    .struct_size = sizeof descriptor, .id = {"com.example.echo", 16}, .name = {"Echo", 4}};

static echo* self(const staffing_plugin* plugin) {
    return plugin->plugin_data;
}

static const void* ask(const echo* me, const char* id) {
    const staffing_string name = text(id);
    return me->host->get_extension(me->host, &name);
}

/* Refuses a host that lacks an extension, naming it. */
static staffing_status STAFFING_CALL init(const staffing_plugin* plugin, const staffing_error_sink* error) {
    static const char* const ids[] = {STAFFING_EXT_CLOCK,           STAFFING_EXT_CREDENTIALS,
                                      STAFFING_EXT_DIALOGS,         STAFFING_EXT_LOG,
                                      STAFFING_EXT_MAIN_THREAD,     STAFFING_EXT_MESSAGE_LOG,
                                      STAFFING_EXT_MONOTONIC_CLOCK, STAFFING_EXT_NOTIFICATIONS,
                                      STAFFING_EXT_ORGANIZATION,    STAFFING_EXT_PATHS,
                                      STAFFING_EXT_PROGRESS,        STAFFING_EXT_RECORDS,
                                      STAFFING_EXT_SESSION,         STAFFING_EXT_THREAD_CHECK};
    echo* me = self(plugin);
    for (size_t at = 0; at < sizeof ids / sizeof *ids; ++at) {
        if (ask(me, ids[at]) != NULL) continue;
        if (error != NULL) error->write(error->context, ids[at], strlen(ids[at]));
        return STAFFING_STATUS_NOT_SUPPORTED;
    }
    me->credentials = ask(me, STAFFING_EXT_CREDENTIALS);
    me->log = ask(me, STAFFING_EXT_LOG);
    me->message_log = ask(me, STAFFING_EXT_MESSAGE_LOG);
    me->monotonic_clock = ask(me, STAFFING_EXT_MONOTONIC_CLOCK);
    me->organization = ask(me, STAFFING_EXT_ORGANIZATION);
    me->records = ask(me, STAFFING_EXT_RECORDS);
    me->session = ask(me, STAFFING_EXT_SESSION);
    return ask(me, STAFFING_EXT_LOG "x") == NULL ? STAFFING_STATUS_OK : STAFFING_STATUS_INTERNAL_ERROR;
}

static staffing_status STAFFING_CALL activate(const staffing_plugin* plugin,
                                              const staffing_error_sink* error) {
    (void)plugin;
    (void)error;
    return STAFFING_STATUS_OK;
}

static void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    (void)plugin;
}

static void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    free(self(plugin));
}

/* Calls the host as it must not be called, and writes a letter for each answer: 'a' + status. */
static staffing_status STAFFING_CALL describe(const staffing_plugin* plugin, const staffing_string_sink* sink,
                                              const staffing_error_sink* error) {
    const echo* me = self(plugin);
    const staffing_string name = text("name"), invalid = text("\xC3("), no_data = {NULL, 3};
    const staffing_message small = {.struct_size = offsetof(staffing_message, text)};
    const staffing_record_ref nobody = {STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
    int64_t id = 0;
    (void)error;
    me->log->write(me->host, STAFFING_LOG_INFO, NULL);
    me->log->write(me->host, STAFFING_LOG_INFO, &invalid);
    const char answers[] = {
        (char)('a' + me->credentials->put(me->host, &name, &invalid, NULL)),
        (char)('a' + me->credentials->put(me->host, NULL, &name, NULL)),
        (char)('a' + me->credentials->put(me->host, &no_data, &name, NULL)),
        (char)('a' + me->credentials->get(me->host, &name, NULL, NULL)),
        (char)('a' + me->message_log->add(me->host, &small, &id, NULL)),
        (char)('a' + me->message_log->add(me->host, NULL, &id, NULL)),
        (char)('a' + me->records->get(me->host, &nobody, 1, NULL, NULL)),
        (char)('a' + me->records->find_by_phone(me->host, &invalid, NULL, NULL)),
        (char)('a' + me->session->get_user(me->host, NULL, NULL)),
        (char)('a' + me->session->has_permission(me->host, &name, NULL, NULL)),
    };
    sink->write(sink->context, answers, sizeof answers);
    return STAFFING_STATUS_OK;
}

/* No valid UTF-8. */
static staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* sink,
                                            const staffing_error_sink* error) {
    (void)plugin;
    (void)error;
    sink->write(sink->context, "\xF0\x9F\x98", 3);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* told,
                                            const staffing_string_sink* sink,
                                            const staffing_error_sink* error) {
    const echo* me = self(plugin);
    const staffing_string name = text("echo");
    const staffing_status status = me->credentials->put(me->host, &name, told, error);
    if (status == STAFFING_STATUS_REFUSED) sink->write(sink->context, "{\"echo\": \"no\"}", 14);
    return status != STAFFING_STATUS_OK ? status : me->credentials->get(me->host, &name, sink, error);
}

static void STAFFING_CALL log_name(void* context, const char* data, uint64_t size) {
    const echo* me = context;
    const staffing_string name = {data, size};
    me->log->write(me->host, STAFFING_LOG_INFO, &name);
}

static staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, int64_t account_id,
                                             const staffing_string* action_id,
                                             const staffing_error_sink* error) {
    const echo* me = self(plugin);
    const staffing_string name = text("action");
    if (account_id == INT64_MAX) return me->credentials->put(me->host, &name, action_id, error);
    if (account_id == INT64_MIN) { /* the time that has passed, as a secret */
        char passed[24];
        snprintf(passed, sizeof passed, "%lld",
                 (long long)me->monotonic_clock->elapsed_milliseconds(me->host));
        const staffing_string said = text(passed);
        return me->credentials->put(me->host, &name, &said, error);
    }
    if (account_id > 1000) { /* the name of a branch, or, above 2000, of a rep, into the log */
        const staffing_string_sink sink = {self(plugin), log_name};
        return account_id > 2000 ? me->organization->rep_name(me->host, account_id - 2000, &sink, error)
                                 : me->organization->branch_name(me->host, account_id - 1000, &sink, error);
    }
    if (error != NULL) error->write(error->context, "no such account", 15);
    return STAFFING_STATUS_NOT_FOUND;
}

/* A trail of three entries; each part says what was asked for. */
static staffing_status STAFFING_CALL read_audit(const staffing_plugin* plugin, staffing_audit_format format,
                                                int64_t after_id, int64_t most_entries,
                                                const staffing_string_sink* part, int64_t* last_id,
                                                const staffing_error_sink* error) {
    char words[80];
    (void)plugin;
    if (most_entries > 10000) {
        if (error != NULL) error->write(error->context, "too many", 8);
        return STAFFING_STATUS_INVALID_ARGUMENT;
    }
    const int size = snprintf(words, sizeof words, "%d after %lld of %lld\n", (int)format,
                              (long long)after_id, (long long)most_entries);
    *last_id = after_id < 3 ? after_id + 1 : 0;
    part->write(part->context, words, *last_id == 0 ? 0 : (uint64_t)size);
    return STAFFING_STATUS_OK;
}

static void STAFFING_CALL log_user(void* context, const staffing_session_user* user) {
    const echo* me = context;
    const staffing_string nobody = text("nobody");
    me->log->write(me->host, STAFFING_LOG_INFO, user->is_logged_in ? &user->login_name : &nobody);
}

static staffing_status STAFFING_CALL changed(const staffing_plugin* plugin,
                                             const staffing_error_sink* error) {
    const echo* me = self(plugin);
    const staffing_session_user_sink sink = {self(plugin), log_user};
    return me->session->get_user(me->host, &sink, error);
}

/* The host keeps the path as the secret "backup"; the list is that secret. */
static staffing_status STAFFING_CALL back_up(const staffing_plugin* plugin, const staffing_string* path,
                                             const staffing_string_sink* written_path,
                                             const staffing_error_sink* error) {
    const echo* me = self(plugin);
    const staffing_string name = text("backup");
    const staffing_status status = me->credentials->put(me->host, &name, path, error);
    if (status == STAFFING_STATUS_OK) written_path->write(written_path->context, path->data, path->size);
    return status;
}

static staffing_status STAFFING_CALL restore(const staffing_plugin* plugin, const staffing_string* path,
                                             const staffing_error_sink* error) {
    (void)plugin;
    (void)path;
    if (error != NULL) error->write(error->context, "no such backup", 14);
    return STAFFING_STATUS_NOT_FOUND;
}

static staffing_status STAFFING_CALL list_backups(const staffing_plugin* plugin,
                                                  const staffing_string_sink* backups_json,
                                                  const staffing_error_sink* error) {
    const echo* me = self(plugin);
    const staffing_string name = text("backup");
    return me->credentials->get(me->host, &name, backups_json, error);
}

static const void* STAFFING_CALL get_extension(const staffing_plugin* plugin, const staffing_string* id) {
    static const staffing_settings settings = {describe, values, change};
    static const staffing_account_actions account_actions = {perform};
    static const staffing_audit audit = {read_audit};
    static const staffing_backup backup = {back_up, restore, list_backups};
    static const staffing_session_events session_events = {changed};
    static const struct {
        const char* id;
        const void* table;
    } known[] = {{STAFFING_EXT_SETTINGS, &settings},
                 {STAFFING_EXT_ACCOUNT_ACTIONS, &account_actions},
                 {STAFFING_EXT_AUDIT, &audit},
                 {STAFFING_EXT_BACKUP, &backup},
                 {STAFFING_EXT_SESSION_EVENTS, &session_events}};
    (void)plugin;
    for (size_t at = 0; at < sizeof known / sizeof *known; ++at) {
        if (id->size == strlen(known[at].id) && memcmp(id->data, known[at].id, id->size) == 0)
            return known[at].table;
    }
    return NULL;
}

static staffing_status STAFFING_CALL load(const staffing_string* library_path,
                                          const staffing_error_sink* error) {
    (void)library_path;
    (void)error;
    return STAFFING_STATUS_OK;
}

static void STAFFING_CALL unload(void) {}

static staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                            const staffing_error_sink* error) {
    (void)error;
    echo* made = calloc(1, sizeof *made);
    *plugin = NULL;
    if (made == NULL) return STAFFING_STATUS_UNAVAILABLE;
    made->plugin = (staffing_plugin){.struct_size = sizeof made->plugin,
                                     .descriptor = &descriptor,
                                     .plugin_data = made,
                                     .init = init,
                                     .activate = activate,
                                     .deactivate = deactivate,
                                     .destroy = destroy,
                                     .get_extension = get_extension};
    made->host = host;
    *plugin = &made->plugin;
    return STAFFING_STATUS_OK;
}

const staffing_plugin_entry* STAFFING_CALL staffing_plugin_entry_v1(void) {
    static const staffing_plugin_entry entry = {
        .struct_size = sizeof entry,
        .version = {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
        .descriptor = &descriptor,
        .init = load,
        .deinit = unload,
        .create = create};
    return &entry;
}
