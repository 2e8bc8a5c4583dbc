#include <dlfcn.h>
#include <stdio.h>

#include "host.h"

static int is_in_init;

static const void* STAFFING_CALL get_extension(const staffing_host* host, const staffing_string* id) {
    static const struct {
        const char* id;
        const void* table;
    } extensions[] = {
        {STAFFING_EXT_CLOCK, &clock_table},
        {STAFFING_EXT_CREDENTIALS, &credentials_table},
        {STAFFING_EXT_DIALOGS, &dialogs_table},
        {STAFFING_EXT_LOG, &log_table},
        {STAFFING_EXT_MAIN_THREAD, &main_thread_table},
        {STAFFING_EXT_MESSAGE_LOG, &message_log_table},
        {STAFFING_EXT_NOTIFICATIONS, &notifications_table},
        {STAFFING_EXT_PATHS, &paths_table},
        {STAFFING_EXT_PROGRESS, &progress_table},
        {STAFFING_EXT_RECORDS, &records_table},
        {STAFFING_EXT_SESSION, &session_table},
        {STAFFING_EXT_THREAD_CHECK, &thread_check_table},
    };
    enter(host, "get_extension", MAIN_THREAD);
    if (!is_in_init) broken("get_extension was called outside of init.");
    if (!is_whole("The extension's id", id)) return NULL;
    for (size_t at = 0; at < sizeof extensions / sizeof *extensions; ++at) {
        if (is_text(id, extensions[at].id)) return extensions[at].table;
    }
    return NULL;
}

static int step(const char* what, staffing_status status, answer* why) {
    say_status(what, status, why);
    if (status != STAFFING_STATUS_OK) broken("%s fails: %s", what, why->text);
    *why = (answer){.written = 0};
    return status == STAFFING_STATUS_OK;
}

static void end_activity(const staffing_plugin* plugin) {
    plugin->deactivate(plugin);
    plugin_is_quiet(1);
    drop_tasks();
    close_all_dialogs();
    if (waiters_open() != 0) broken("%d waiters were left open.", waiters_open());
}

static void live(const staffing_plugin* plugin, const wishes* wanted) {
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    int64_t account_id = 0;
    is_in_init = 1;
    const int is_started = step("init", plugin->init(plugin, &error), &why);
    is_in_init = 0;
    if (!is_started || !step("activate", plugin->activate(plugin, &error), &why)) return;
    call_administration(plugin, wanted, &account_id);
    call_menu(plugin, wanted);
    call_resolver(plugin);
    call_audit(plugin);
    call_session_events(plugin);
    call_account_action(plugin, account_id);
    call_message_logger(plugin, account_id);
    run_tasks();
    end_activity(plugin);

    plugin_is_quiet(0);
    if (step("activate again", plugin->activate(plugin, &error), &why)) end_activity(plugin);
}

static void run(const staffing_plugin_entry* entry, const wishes* wanted) {
    staffing_plugin_descriptor descriptor;
    staffing_plugin known;
    if (entry == NULL || entry->struct_size < FIRST_SIZE(staffing_plugin_entry, create)) {
        broken("The entry is of no version that there was.");
        return;
    }
    if (entry->version.major != 1 || !TAKE(staffing_plugin_descriptor, url, entry->descriptor, &descriptor)) {
        broken("The plug-in speaks another version of the contract.");
        return;
    }
    printf("plug-in: %.*s (%.*s)\n", (int)descriptor.id.size, descriptor.id.data, (int)descriptor.name.size,
           descriptor.name.data);
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    const staffing_string path = text(wanted->plugin);
    if (!step("entry.init", entry->init(&path, &error), &why)) return;
    const staffing_host host = {
        .struct_size = sizeof host,
        .version = {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
        .name = text("Console Host"),
        .vendor = text("Example"),
        .host_version = text("1.0"),
        .get_extension = get_extension,
    };
    const staffing_plugin* plugin = NULL;
    host_is(&host);
    if (step("create", entry->create(&host, &plugin, &error), &why)) {
        if (plugin == NULL || !TAKE(staffing_plugin, get_extension, plugin, &known)) {
            broken("create gives no plug-in of a version that there was.");
        } else {
            live(plugin, wanted);
            plugin->destroy(plugin);
        }
    }
    entry->deinit();
}

int main(int argument_count, char** arguments) {
    if (argument_count < 5) {
        printf("usage: host PLUGIN DATA_FOLDER SETTINGS_JSON ACCOUNT_JSON [EVENT_JSON or until:WORDS…]\n");
        return 2;
    }
    const wishes wanted = {arguments[1], arguments[2],  arguments[3],
                           arguments[4], arguments + 5, argument_count - 5};
    this_is_the_main_thread();
    choose_folder(wanted.folder);
    void* library = dlopen(wanted.plugin, RTLD_NOW | RTLD_LOCAL);
    staffing_plugin_entry_function get_entry = NULL;
    void* found = library == NULL ? NULL : dlsym(library, STAFFING_PLUGIN_ENTRY_SYMBOL);
    memcpy(&get_entry, &found, sizeof found); /* C knows no cast from an object's to a function's pointer */
    if (get_entry == NULL) {
        printf("%s is no plug-in: %s\n", wanted.plugin, dlerror());
        return 2;
    }
    run(get_entry(), &wanted);
#if !defined( \
    __SANITIZE_ADDRESS__) /* it would look for what a library's statics point at, and not find them */
    if (dlclose(library) != 0) broken("The library cannot be unloaded.");
#endif
    say_what_was_remembered();
    return expectations_broken() == 0 ? 0 : 1;
}
