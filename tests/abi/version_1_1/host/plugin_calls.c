#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "host.h"

const void* extension(const staffing_plugin* plugin, const char* id) {
    const staffing_string name = text(id);
    const void* table = plugin->get_extension(plugin, &name);
    if (table == NULL) printf("no %s\n", id);
    return table;
}

void say_status(const char* what, staffing_status status, const answer* why) {
    if (status < STAFFING_STATUS_OK || status > STAFFING_STATUS_INTERNAL_ERROR)
        broken("%s answers %d, which is no status of 1.1.", what, (int)status);
    if (status == STAFFING_STATUS_INTERNAL_ERROR) broken("%s answers INTERNAL_ERROR: %s", what, why->text);
    if (why->written > 1) broken("%s wrote to its error sink %d times.", what, why->written);
    if (status == STAFFING_STATUS_OK) printf("%s: OK\n", what);
    if (status != STAFFING_STATUS_OK) printf("%s: %d %s\n", what, (int)status, why->text);
}

static void say_json(const char* what, staffing_status status, const answer* json, const answer* why) {
    say_status(what, status, why);
    if (json->written > 1) broken("%s wrote to its sink %d times.", what, json->written);
    if (status != STAFFING_STATUS_OK && json->written == 0) return;
    printf("  %s\n", json->text);
    if (status == STAFFING_STATUS_OK && json->text[0] != '{') broken("%s gives no object.", what);
}

/* Calls on a worker thread, one after the other, while the main thread waits. */
typedef struct work {
    const staffing_plugin* plugin;
    const wishes* wanted;
    int64_t* account_id;
} work;

void on_worker(void* (*run)(void*), void* given) {
    pthread_t worker;
    if (pthread_create(&worker, NULL, run, given) != 0) {
        broken("The host cannot start a thread.");
        return;
    }
    pthread_join(worker, NULL);
}

static void call_settings(const staffing_plugin* plugin, const staffing_settings* settings,
                          const wishes* wanted) {
    const staffing_string json = text(wanted->settings_json);
    answer described = {.written = 0}, problems = {.written = 0}, values = {.written = 0};
    answer why[3] = {{.written = 0}, {.written = 0}, {.written = 0}};
    const staffing_error_sink error[3] = {{&why[0], keep}, {&why[1], keep}, {&why[2], keep}};
    const staffing_string_sink describing = {&described, keep}, changing = {&problems, keep},
                               reading = {&values, keep};
    say_json("settings.describe", settings->describe(plugin, &describing, &error[0]), &described, &why[0]);
    say_status("settings.change", settings->change(plugin, &json, &changing, &error[1]), &why[1]);
    say_json("settings.values", settings->values(plugin, &reading, &error[2]), &values, &why[2]);
}

static void call_accounts(const staffing_plugin* plugin, const staffing_external_service* service,
                          const work* given) {
    const staffing_string json = text(given->wanted->account_json);
    answer described = {.written = 0}, problems = {.written = 0}, accounts = {.written = 0};
    answer why[5] = {{.written = 0}, {.written = 0}, {.written = 0}, {.written = 0}, {.written = 0}};
    const staffing_error_sink error[5] = {
        {&why[0], keep}, {&why[1], keep}, {&why[2], keep}, {&why[3], keep}, {&why[4], keep}};
    const staffing_string_sink describing = {&described, keep}, judging = {&problems, keep},
                               listing = {&accounts, keep};
    say_json("external_service.describe", service->describe(plugin, &describing, &error[0]), &described,
             &why[0]);
    say_json("external_service.validate", service->validate(plugin, &json, &judging, &error[1]), &problems,
             &why[1]);
    say_status("external_service.test", service->test(plugin, 0, &json, &error[2]), &why[2]);
    const staffing_status saved = service->save(plugin, 0, &json, given->account_id, &error[3]);
    say_status("external_service.save", saved, &why[3]);
    if (saved != STAFFING_STATUS_OK) *given->account_id = 0;
    if (saved == STAFFING_STATUS_OK && *given->account_id == 0) broken("save gives no id.");
    say_json("external_service.list", service->list(plugin, &listing, &error[4]), &accounts, &why[4]);
}

static void* administer(void* context) {
    work* given = context;
    const staffing_settings* settings = extension(given->plugin, STAFFING_EXT_SETTINGS);
    const staffing_external_service* service = extension(given->plugin, STAFFING_EXT_EXTERNAL_SERVICE);
    if (settings != NULL) call_settings(given->plugin, settings, given->wanted);
    if (service != NULL) call_accounts(given->plugin, service, given);
    return NULL;
}

void call_administration(const staffing_plugin* plugin, const wishes* wanted, int64_t* account_id) {
    work given = {plugin, wanted, account_id};
    on_worker(administer, &given);
}

static void* tidy_up(void* context) {
    const work* given = context;
    const staffing_plugin* plugin = given->plugin;
    const staffing_message_logger* logger = extension(plugin, STAFFING_EXT_MESSAGE_LOGGER);
    const staffing_external_service* service = extension(plugin, STAFFING_EXT_EXTERNAL_SERVICE);
    answer why[5] = {{.written = 0}, {.written = 0}, {.written = 0}, {.written = 0}, {.written = 0}};
    const staffing_error_sink error[5] = {
        {&why[0], keep}, {&why[1], keep}, {&why[2], keep}, {&why[3], keep}, {&why[4], keep}};
    if (logger != NULL) {
        say_status("message_logger.flush", logger->flush(plugin, &error[0]), &why[0]);
        say_status("message_logger.flush_record", logger->flush_record(plugin, &ana, &error[1]), &why[1]);
        say_status("message_logger.record_merged", logger->record_merged(plugin, &nobody, &ana, &error[2]),
                   &why[2]);
        say_status("message_logger.record_deleted", logger->record_deleted(plugin, &nobody, &error[3]),
                   &why[3]);
    }
    if (service != NULL)
        say_status("external_service.remove", service->remove(plugin, *given->account_id, &error[4]),
                   &why[4]);
    return NULL;
}

void call_message_logger(const staffing_plugin* plugin, int64_t account_id) {
    work given = {plugin, NULL, &account_id};
    on_worker(tidy_up, &given);
}

/* The resolver's listener. */
typedef struct heard {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uint64_t recipients;
    int completed;
    staffing_status status;
    char lines[4096];
} heard;

static void STAFFING_CALL partial(void* context, const staffing_recipient* const* recipients,
                                  uint64_t count) {
    heard* listener = context;
    if (is_on_main_thread()) broken("partial was called on the main thread.");
    pthread_mutex_lock(&listener->lock);
    for (uint64_t at = 0; at < count; ++at) {
        staffing_recipient got;
        if (!TAKE(staffing_recipient, reason, recipients[at], &got)) {
            broken("A recipient is too small.");
            continue;
        }
        const size_t used = strlen(listener->lines);
        snprintf(listener->lines + used, sizeof listener->lines - used,
                 "  record %lld: verdict %d, %.*s%.*s\n", (long long)got.record.id, (int)got.verdict,
                 (int)got.number.size, got.number.data, (int)got.reason.size, got.reason.data);
        ++listener->recipients;
    }
    if (listener->completed) broken("partial was called after complete.");
    pthread_mutex_unlock(&listener->lock);
}

static void STAFFING_CALL complete(void* context, staffing_status status, const staffing_string* message) {
    heard* listener = context;
    is_whole("The message of complete", message);
    pthread_mutex_lock(&listener->lock);
    ++listener->completed;
    listener->status = status;
    pthread_cond_signal(&listener->changed);
    pthread_mutex_unlock(&listener->lock);
}

static void listen(heard* listener, staffing_status started) {
    pthread_mutex_lock(&listener->lock);
    while (started == STAFFING_STATUS_OK && !listener->completed)
        pthread_cond_wait(&listener->changed, &listener->lock);
    if (listener->completed != (started == STAFFING_STATUS_OK))
        broken("complete was called %d times.", listener->completed);
    pthread_mutex_unlock(&listener->lock);
}

static staffing_resolution_listener listener_of(heard* listener) {
    return (staffing_resolution_listener){.struct_size = sizeof(staffing_resolution_listener),
                                          .context = listener,
                                          .partial = partial,
                                          .complete = complete};
}

void call_resolver(const staffing_plugin* plugin) {
    static heard all = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    static heard cancelled = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    const staffing_recipient_resolver* resolver = extension(plugin, STAFFING_EXT_RECIPIENT_RESOLVER);
    const staffing_record_ref records[] = {ana, bo, nobody};
    const staffing_resolution_request request = {
        .struct_size = sizeof request, .records = records, .record_count = 3};
    const staffing_resolution_listener first = listener_of(&all), second = listener_of(&cancelled);
    answer why = {.written = 0}, no_reason = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    uint64_t job = 0;
    if (resolver == NULL) return;
    const staffing_status started = resolver->start(plugin, &request, &first, &job, &error);
    say_status("recipient_resolver.start", started, &why);
    if (started == STAFFING_STATUS_OK && job == 0) broken("start gives no id.");
    listen(&all, started);
    printf("%s", all.lines);
    if (all.status == STAFFING_STATUS_OK && all.recipients != 3) broken("Not every record has an answer.");

    const staffing_status again = resolver->start(plugin, &request, &second, &job, NULL);
    const staffing_status stopped = resolver->cancel(plugin, job);
    if (stopped != STAFFING_STATUS_OK && stopped != STAFFING_STATUS_NOT_FOUND)
        say_status("cancel", stopped, &no_reason);
    listen(&cancelled, again);
    printf("recipient_resolver.cancel: complete came once\n");
}
