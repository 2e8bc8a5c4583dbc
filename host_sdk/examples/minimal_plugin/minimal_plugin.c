/* A small plug-in that follows all rules. It has one menu item, which says hello to the selected records. */
#include <stdatomic.h>
#include <stdlib.h>

#include "checks.h"
#include "staffing/entry.h"
#include "staffing/ext/log.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/thread_check.h"

#define ACTION_ID "minimal_plugin.say_hello"
typedef enum { CREATED, READY, ACTIVE } life; /* before init, after it, between activate and deactivate */

typedef struct hello { /* one for each create */
    staffing_plugin plugin;
    const staffing_host *host;
    const staffing_thread_check *thread_check; /* each of these is NULL if the host lacks it */
    const staffing_notifications *notifications;
    const staffing_log *log;
    _Atomic life life; /* atomic, because a call on the wrong thread reads it, too */
} hello;

static const staffing_plugin_descriptor descriptor = {.struct_size = sizeof descriptor,
                                                      .id = TEXT("com.example.minimal_plugin"),
                                                      .name = TEXT("Minimal Plug-in"),
                                                      .vendor = TEXT("Example"),
                                                      .version = TEXT("1.0.0")};
static int inits; /* not yet matched by a deinit */

/* Each call begins with this: is there a plug-in, is this the right point of its life cycle, and the main thread? The
 * state comes first: when the plug-in is not active, it must not call the host, not even to ask which thread this is.
 */
static staffing_status enter(const staffing_plugin *plugin, life wanted, const staffing_error_sink *error) {
    if (plugin == NULL) return null_given(error);
    const hello *self = plugin->plugin_data;
    if (self->life != wanted)
        return fail(error, STAFFING_STATUS_WRONG_STATE,
                    "Minimal Plug-in was called at the wrong point of its life cycle.");
    if (self->thread_check != NULL && !self->thread_check->is_main_thread(self->host))
        return fail(error, STAFFING_STATUS_WRONG_THREAD, "Minimal Plug-in must be called on the main thread.");
    return STAFFING_STATUS_OK;
}

/* Why the item cannot be used now; empty when it can. */
static const char *why_disabled(const hello *self, const staffing_menu_target *target) {
    if (target->record_count == 0) return "Select at least one record to say hello to.";
    if (self->notifications == NULL && self->log == NULL) return "This host offers no way to say hello.";
    return "";
}

static staffing_status STAFFING_CALL populate(const staffing_plugin *plugin, const staffing_menu_target *target,
                                              const staffing_menu_item_sink *sink, const staffing_error_sink *error) {
    staffing_status status = enter(plugin, ACTIVE, error);
    if (status == STAFFING_STATUS_OK) status = check_target(target, error);
    if (status == STAFFING_STATUS_OK && sink == NULL) status = null_given(error);
    if (status != STAFFING_STATUS_OK || !is_known_place(target->place)) return status;
    const char *reason = why_disabled(plugin->plugin_data, target);
    const staffing_menu_item item = {.struct_size = sizeof item,
                                     .is_enabled = reason[0] == '\0',
                                     .action_id = TEXT(ACTION_ID),
                                     .label = TEXT("Say Hello"),
                                     .disabled_reason = {reason, strlen(reason)}};
    sink->write(sink->context, &item);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL perform(const staffing_plugin *plugin, const staffing_menu_target *target,
                                             const staffing_string *action_id, const staffing_error_sink *error) {
    staffing_status status = enter(plugin, ACTIVE, error);
    if (status == STAFFING_STATUS_OK) status = check_target(target, error);
    if (status == STAFFING_STATUS_OK) status = check_text(action_id, 200, error);
    if (status != STAFFING_STATUS_OK) return status;
    if (!is_known_place(target->place) || !is_equal(action_id, ACTION_ID))
        return fail(error, STAFFING_STATUS_NOT_FOUND, "Minimal Plug-in has no such menu item.");
    const hello *const self = plugin->plugin_data;
    const char *const reason = why_disabled(self, target);
    if (reason[0] != '\0') return fail(error, STAFFING_STATUS_REFUSED, reason);
    const staffing_notification notification = {.struct_size = sizeof notification,
                                                .severity = STAFFING_NOTIFICATION_INFO,
                                                .title = TEXT("Hello"),
                                                .text = TEXT("Minimal Plug-in says hello."),
                                                .records = target->records,
                                                .record_count = target->record_count};
    if (self->notifications != NULL) return self->notifications->show(self->host, &notification, error);
    self->log->write(self->host, STAFFING_LOG_INFO, &notification.text);
    return STAFFING_STATUS_OK;
}

static const staffing_menu menu = {populate, perform};

static staffing_status STAFFING_CALL init(const staffing_plugin *plugin, const staffing_error_sink *error) {
    const staffing_status status = enter(plugin, CREATED, error);
    if (status != STAFFING_STATUS_OK) return status;
    hello *self = plugin->plugin_data; /* the only place to ask the host for extensions */
    self->thread_check = extension_of(self->host, STAFFING_EXT_THREAD_CHECK, sizeof *self->thread_check);
    self->notifications = extension_of(self->host, STAFFING_EXT_NOTIFICATIONS, sizeof *self->notifications);
    self->log = extension_of(self->host, STAFFING_EXT_LOG, sizeof *self->log);
    self->life = READY;
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL activate(const staffing_plugin *plugin, const staffing_error_sink *error) {
    const staffing_status status = enter(plugin, READY, error);
    if (status == STAFFING_STATUS_OK) ((hello *)plugin->plugin_data)->life = ACTIVE; /* threads start here */
    return status;
}

static void STAFFING_CALL deactivate(const staffing_plugin *plugin) {
    if (enter(plugin, ACTIVE, NULL) == STAFFING_STATUS_OK) ((hello *)plugin->plugin_data)->life = READY; /* and end */
}

static void STAFFING_CALL destroy(const staffing_plugin *plugin) {
    deactivate(plugin);
    if (plugin != NULL) free(plugin->plugin_data);
}

static const void *STAFFING_CALL get_extension(const staffing_plugin *plugin, const staffing_string *id) {
    return plugin != NULL && id != NULL && is_equal(id, STAFFING_EXT_MENU) ? &menu : NULL;
}

static staffing_status STAFFING_CALL entry_init(const staffing_string *library_path, const staffing_error_sink *error) {
    const staffing_status status = check_text(library_path, 32768, error);
    if (status == STAFFING_STATUS_OK) ++inits;
    return status;
}

static void STAFFING_CALL entry_deinit(void) {
    if (inits > 0) --inits;
}

static staffing_status STAFFING_CALL create(const staffing_host *host, const staffing_plugin **plugin,
                                            const staffing_error_sink *error) {
    if (plugin == NULL) return null_given(error);
    *plugin = NULL;
    if (inits == 0) return fail(error, STAFFING_STATUS_WRONG_STATE, "Call the entry's init before create.");
    const staffing_status status = check_host(host, error);
    if (status != STAFFING_STATUS_OK) return status;
    hello *self = calloc(1, sizeof *self);
    if (self == NULL)
        return fail(error, STAFFING_STATUS_UNAVAILABLE, "There is not enough memory for Minimal Plug-in.");
    const staffing_plugin c = {sizeof c, 0, &descriptor, self, init, activate, deactivate, destroy, get_extension};
    *self = (hello){.plugin = c, .host = host, .life = CREATED};
    *plugin = &self->plugin;
    return STAFFING_STATUS_OK;
}

static const staffing_plugin_entry entry = {sizeof entry, 0, CONTRACT, &descriptor, entry_init, entry_deinit, create};

const staffing_plugin_entry *STAFFING_CALL staffing_plugin_entry_v1(void) {
    return &entry;
}
