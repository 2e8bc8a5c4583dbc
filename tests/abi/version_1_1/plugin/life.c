#include <stdatomic.h>
#include <stdlib.h>

#include "plugin.h"

#define LITERAL(words) \
    { words, sizeof words - 1 }

static const staffing_plugin_descriptor descriptor = {
    .struct_size = sizeof descriptor,
    .id = LITERAL("com.example.notes"),
    .name = LITERAL("Notes"),
    .vendor = LITERAL("Example"),
    .version = LITERAL("1.1.0"),
    .description = LITERAL("Writes notes on records"),
    .url = LITERAL("https://example.com/notes"),
};

static atomic_int init_count;

notes* active(const staffing_plugin* plugin, int is_worker, const staffing_error_sink* error,
              staffing_status* status) {
    if (plugin == NULL || plugin->plugin_data == NULL) {
        *status = fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of the plug-in.");
        return NULL;
    }
    notes* self = plugin->plugin_data;
    pthread_mutex_lock(&self->lock);
    const int is_active = self->state == ACTIVE;
    pthread_mutex_unlock(&self->lock);
    if (!is_active) {
        *status = fail(error, STAFFING_STATUS_WRONG_STATE, "Notes is not active. Activate it first.");
        return NULL;
    }
    if (is_worker && self->thread_check != NULL && self->thread_check->is_main_thread(self->host)) {
        *status = fail(error, STAFFING_STATUS_WRONG_THREAD, "This is done on a worker thread only.");
        return NULL;
    }
    *status = STAFFING_STATUS_OK;
    return self;
}

static const void* ask(const staffing_host* host, const char* id) {
    const staffing_string name = text(id);
    return host->get_extension(host, &name);
}

static staffing_status STAFFING_CALL init(const staffing_plugin* plugin, const staffing_error_sink* error) {
    notes* self = plugin->plugin_data;
    if (self->state != CREATED) return fail(error, STAFFING_STATUS_WRONG_STATE, "Notes was started already.");
    self->clock = ask(self->host, STAFFING_EXT_CLOCK);
    self->credentials = ask(self->host, STAFFING_EXT_CREDENTIALS);
    self->dialogs = ask(self->host, STAFFING_EXT_DIALOGS);
    self->log = ask(self->host, STAFFING_EXT_LOG);
    self->main_thread = ask(self->host, STAFFING_EXT_MAIN_THREAD);
    self->message_log = ask(self->host, STAFFING_EXT_MESSAGE_LOG);
    self->notifications = ask(self->host, STAFFING_EXT_NOTIFICATIONS);
    self->paths = ask(self->host, STAFFING_EXT_PATHS);
    self->progress = ask(self->host, STAFFING_EXT_PROGRESS);
    self->records = ask(self->host, STAFFING_EXT_RECORDS);
    self->session = ask(self->host, STAFFING_EXT_SESSION);
    self->thread_check = ask(self->host, STAFFING_EXT_THREAD_CHECK);
    self->state = READY;
    return STAFFING_STATUS_OK;
}

static void set_state(notes* self, state next) {
    pthread_mutex_lock(&self->lock);
    self->state = next;
    pthread_mutex_unlock(&self->lock);
}

static staffing_status STAFFING_CALL activate(const staffing_plugin* plugin,
                                              const staffing_error_sink* error) {
    notes* self = plugin->plugin_data;
    if (self->state != READY)
        return fail(error, STAFFING_STATUS_WRONG_STATE, "Notes cannot be activated now.");
    if (!start_worker(self))
        return fail(error, STAFFING_STATUS_UNAVAILABLE, "Notes cannot start its thread.");
    set_state(self, ACTIVE);
    return STAFFING_STATUS_OK;
}

static void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    notes* self = plugin->plugin_data;
    if (self->state != ACTIVE) return;
    set_state(self, READY);
    if (self->dialog_id != 0) self->dialogs->close(self->host, self->dialog_id, NULL);
    self->dialog_id = 0;
    stop_worker(self);
}

static void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    deactivate(plugin);
    notes* self = plugin->plugin_data;
    pthread_mutex_destroy(&self->lock);
    free(self);
}

static const void* STAFFING_CALL get_extension(const staffing_plugin* plugin, const staffing_string* id) {
    if (plugin == NULL || id == NULL) return NULL;
    if (is_text(id, STAFFING_EXT_DIALOG_EVENTS)) return &dialog_events_table;
    if (is_text(id, STAFFING_EXT_EXTERNAL_SERVICE)) return &external_service_table;
    if (is_text(id, STAFFING_EXT_MENU)) return &menu_table;
    if (is_text(id, STAFFING_EXT_MESSAGE_LOGGER)) return &message_logger_table;
    if (is_text(id, STAFFING_EXT_RECIPIENT_RESOLVER)) return &recipient_resolver_table;
    if (is_text(id, STAFFING_EXT_SETTINGS)) return &settings_table;
    if (is_text(id, STAFFING_EXT_ACCOUNT_ACTIONS)) return &account_actions_table;
    if (is_text(id, STAFFING_EXT_AUDIT)) return &audit_table;
    if (is_text(id, STAFFING_EXT_SESSION_EVENTS)) return &session_events_table;
    return NULL;
}

static staffing_status STAFFING_CALL entry_init(const staffing_string* library_path,
                                                const staffing_error_sink* error) {
    if (library_path == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no path.");
    ++init_count;
    return STAFFING_STATUS_OK;
}

static void STAFFING_CALL entry_deinit(void) {
    if (init_count > 0) --init_count;
}

static staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                            const staffing_error_sink* error) {
    if (host == NULL || plugin == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    *plugin = NULL;
    if (init_count == 0) return fail(error, STAFFING_STATUS_WRONG_STATE, "create came before init.");
    if (host->struct_size < FIRST_SIZE(staffing_host, get_extension))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The host is of no version that there was.");
    if (host->version.major != 1)
        return fail(error, STAFFING_STATUS_VERSION_MISMATCH,
                    "Notes speaks version 1 of the contract, the host another.");
    notes* self = calloc(1, sizeof *self);
    if (self == NULL) return fail(error, STAFFING_STATUS_UNAVAILABLE, "There is no memory left.");
    pthread_mutex_init(&self->lock, NULL);
    self->host = host;
    copy_text(self->greeting, sizeof self->greeting, "To", 2);
    self->c = (staffing_plugin){
        .struct_size = sizeof self->c,
        .descriptor = &descriptor,
        .plugin_data = self,
        .init = init,
        .activate = activate,
        .deactivate = deactivate,
        .destroy = destroy,
        .get_extension = get_extension,
    };
    *plugin = &self->c;
    return STAFFING_STATUS_OK;
}

static const staffing_plugin_entry entry = {
    .struct_size = sizeof entry,
    .version = {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
    .descriptor = &descriptor,
    .init = entry_init,
    .deinit = entry_deinit,
    .create = create,
};

const staffing_plugin_entry* STAFFING_CALL staffing_plugin_entry_v1(void) {
    return &entry;
}
