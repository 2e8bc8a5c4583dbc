/* A small host that uses only the contract's headers: it loads a plug-in, runs it for a moment, and unloads it.
 * Read it from the bottom up: main, load, live, use_menu. */
#define _XOPEN_SOURCE 700 /* realpath and pthread_sigmask beside C11 */
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dialogs.h"
#include "offered.h"
#include "staffing/entry.h"
#include "staffing/ext/menu.h"
#include "tasks.h"
#include "text.h"

#define SIZE_UP_TO(type, field) (offsetof(type, field) + sizeof(((const type *)0)->field))

/* Sink for the menu's items: prints each, and keeps the action of the first enabled one. */
static void STAFFING_CALL show_item(void *context, const staffing_menu_item *item) {
    kept_words *const chosen = context;
    print(item->is_enabled ? "menu item: " : "menu item, disabled: ", &item->label);
    if (!item->is_enabled) print("  because: ", &item->disabled_reason);
    if (item->is_enabled && chosen->text[0] == '\0') keep(chosen, item->action_id.data, item->action_id.size);
}

/* Opens the menu of a record, as a click on it would, and chooses from it. 1: nothing was refused. */
static int use_menu(const staffing_plugin *plugin, const staffing_menu *menu) {
    const staffing_menu_target target = {
        .struct_size = sizeof target, .place = STAFFING_MENU_PLACE_EMPLOYEE_RECORD, .records = &ana, .record_count = 1};
    kept_words chosen = {""};
    kept_words why = {""};
    const staffing_menu_item_sink items = {&chosen, show_item};
    const staffing_error_sink error = {&why, keep};
    if (menu->populate(plugin, &target, &items, &error) != STAFFING_STATUS_OK) {
        printf("no menu: %s\n", why.text);
        return 0;
    }
    if (chosen.text[0] == '\0') return 1;
    const staffing_string action_id = text(chosen.text);
    if (menu->perform(plugin, &target, &action_id, &error) == STAFFING_STATUS_OK) return 1;
    printf("refused: %s\n", why.text);
    return 0;
}

/* A plug-in's life cycle from init to deactivate. Whatever the result, the caller's next step is destroy. */
static int live(const staffing_plugin *plugin) {
    kept_words why = {""};
    const staffing_error_sink error = {&why, keep};
    if (plugin->init(plugin, &error) != STAFFING_STATUS_OK || plugin->activate(plugin, &error) != STAFFING_STATUS_OK) {
        printf("the plug-in does not start: %s\n", why.text);
        return 0;
    }
    const staffing_string menu_id = text(STAFFING_EXT_MENU);
    const staffing_menu *menu = plugin->get_extension(plugin, &menu_id);
    if (menu != NULL && (menu->populate == NULL || menu->perform == NULL)) menu = NULL; /* as good as none */
    if (menu == NULL) printf("the plug-in has no menu\n");
    const int is_well = menu == NULL || use_menu(plugin, menu);
    run_tasks(200); /* stands for the day's event loop */
    plugin->deactivate(plugin);
    drop_tasks();
    close_dialogs();
    return is_well;
}

/* Whether the plug-in that create returned can be called: nothing in it is trusted before. */
static int is_complete(const staffing_plugin *plugin) {
    return plugin != NULL && plugin->struct_size >= SIZE_UP_TO(staffing_plugin, get_extension) &&
           plugin->init != NULL && plugin->activate != NULL && plugin->deactivate != NULL && plugin->destroy != NULL &&
           plugin->get_extension != NULL;
}

/* The version comes first: an entry of another major version may have anything after it. */
static int is_ours(const staffing_plugin_entry *entry) {
    if (entry == NULL || entry->struct_size < SIZE_UP_TO(staffing_plugin_entry, version)) {
        printf("the library has no entry\n");
    } else if (entry->version.major != STAFFING_VERSION_MAJOR) {
        printf("the plug-in speaks version %lu of the contract, this host version %u\n",
               (unsigned long)entry->version.major, STAFFING_VERSION_MAJOR);
    } else if (entry->struct_size < SIZE_UP_TO(staffing_plugin_entry, create) || entry->init == NULL ||
               entry->deinit == NULL || entry->create == NULL || entry->descriptor == NULL ||
               entry->descriptor->struct_size < SIZE_UP_TO(staffing_plugin_descriptor, url)) {
        printf("the library's entry is not complete\n");
    } else {
        return 1;
    }
    return 0;
}

static void print_descriptor(const staffing_plugin_descriptor *descriptor) {
    print("id: ", &descriptor->id);
    print("name: ", &descriptor->name);
    print("vendor: ", &descriptor->vendor);
    print("version: ", &descriptor->version);
    print("description: ", &descriptor->description);
    print("url: ", &descriptor->url);
}

/* All that a host does with an entry: init, create, the plug-in's life cycle, destroy, deinit. */
static int use_entry(const staffing_plugin_entry *entry, const char *library_path) {
    if (!is_ours(entry)) return 0;
    print_descriptor(entry->descriptor);
    kept_words why = {""};
    const staffing_error_sink error = {&why, keep};
    const staffing_string path = text(library_path);
    if (entry->init(&path, &error) != STAFFING_STATUS_OK) {
        printf("the library does not start: %s\n", why.text);
        return 0;
    }
    const staffing_host host = {
        .struct_size = sizeof host,
        .version = {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
        .name = text("Minimal Host"),
        .vendor = text("Example"),
        .host_version = text("1.0"),
        .get_extension = get_extension,
    };
    const staffing_plugin *plugin = NULL;
    int is_well = 0;
    if (entry->create(&host, &plugin, &error) != STAFFING_STATUS_OK) {
        printf("no plug-in: %s\n", why.text);
    } else if (!is_complete(plugin)) {
        printf("the plug-in is not complete\n");
    } else {
        is_well = live(plugin);
        plugin->destroy(plugin);
    }
    entry->deinit();
    return is_well;
}

/* dlopen that keeps the thread's signal mask: a library that a plug-in brings along may change it. */
static void *load(const char *path) {
    sigset_t signals;
    pthread_sigmask(SIG_SETMASK, NULL, &signals);
    void *const library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    pthread_sigmask(SIG_SETMASK, &signals, NULL);
    return library;
}

int main(int argument_count, char **arguments) {
    if (argument_count != 2) {
        fprintf(stderr, "usage: minimal_host PLUGIN_LIBRARY\n");
        return 2;
    }
    begin_main_thread();
    char *const path = realpath(arguments[1], NULL); /* plug-ins get the full path */
    void *const library = path == NULL ? NULL : load(path);
    void *const found = library == NULL ? NULL : dlsym(library, STAFFING_PLUGIN_ENTRY_SYMBOL);
    staffing_plugin_entry_function get_entry = NULL;
    memcpy(&get_entry, &found, sizeof found); /* C has no cast from an object pointer to a function pointer */
    int is_well = 0;
    if (get_entry == NULL) {
        printf("%s is not a plug-in: %s\n", arguments[1], path == NULL ? "there is no such file" : dlerror());
    } else {
        is_well = use_entry(get_entry(), path);
    }
    if (library != NULL && dlclose(library) == 0) printf("unloaded\n");
    free(path);
    return is_well ? 0 : 1;
}
