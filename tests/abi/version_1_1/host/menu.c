#include <stdio.h>

#include "host.h"

/* Opens the menu at each place, chooses the first item that can be used, and acts in the dialog then. */

static void STAFFING_CALL show_item(void* context, const staffing_menu_item* given) {
    char* chosen = context;
    staffing_menu_item item;
    if (!TAKE(staffing_menu_item, icon, given, &item)) {
        broken("A menu item is too small.");
        return;
    }
    if (!is_whole("The label", &item.label) || !is_whole("The reason", &item.disabled_reason)) return;
    printf("  %.*s%s%.*s\n", (int)item.label.size, item.label.data,
           item.is_enabled ? "" : " cannot be used: ", (int)item.disabled_reason.size,
           item.disabled_reason.data);
    if (!item.is_enabled && item.disabled_reason.size == 0) broken("A disabled item gives no reason.");
    if (item.is_enabled && chosen[0] == '\0')
        copy_text(chosen, 200, item.action_id.data, item.action_id.size);
}

static void send_event(const staffing_plugin* plugin, const staffing_dialog_events* events,
                       const char* json) {
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    const staffing_string event = text(json);
    const uint64_t dialog_id = last_dialog();
    forget_what_dialogs_said();
    if (strstr(json, "\"closed\"") != NULL) close_all_dialogs();
    say_status("dialog_events.on_event", events->on_event(plugin, dialog_id, &event, &error), &why);
    if (why.written > 0) broken("An event was refused: %s", why.text);
}

static void act_in_dialog(const staffing_plugin* plugin, const wishes* wanted) {
    static const char until[] = "until:";
    const staffing_dialog_events* events = extension(plugin, STAFFING_EXT_DIALOG_EVENTS);
    if (events == NULL) return;
    while (last_dialog() == 0)
        run_next_task();
    for (int at = 0; at < wanted->event_count; ++at) {
        const char* event = wanted->events[at];
        if (strncmp(event, until, strlen(until)) != 0) {
            send_event(plugin, events, event);
            continue;
        }
        while (!dialogs_said(event + strlen(until)))
            run_next_task();
    }
}

void call_menu(const staffing_plugin* plugin, const wishes* wanted) {
    const staffing_menu* menu = extension(plugin, STAFFING_EXT_MENU);
    char chosen[200] = "";
    if (menu == NULL) return;
    for (staffing_menu_place place = STAFFING_MENU_PLACE_HOTLIST;
         place >= STAFFING_MENU_PLACE_EMPLOYEE_RECORD; --place) {
        const int is_of_contacts = place == STAFFING_MENU_PLACE_CONTACT_RECORD ||
                                   place == STAFFING_MENU_PLACE_CONTACT_SEARCH_RESULTS;
        const staffing_menu_target target = {
            .struct_size = sizeof target,
            .place = place,
            .records = is_of_contacts ? &bo : &ana,
            .record_count = 1,
            .hotlist_id = place >= STAFFING_MENU_PLACE_HOTLIST_ROW ? 5 : 0,
        };
        answer why = {.written = 0};
        const staffing_error_sink error = {&why, keep};
        const staffing_menu_item_sink sink = {chosen, show_item};
        chosen[0] = '\0';
        printf("menu at place %d\n", (int)place);
        say_status("menu.populate", menu->populate(plugin, &target, &sink, &error), &why);
        if (place != STAFFING_MENU_PLACE_EMPLOYEE_RECORD || chosen[0] == '\0') continue;
        const staffing_string action = text(chosen);
        const staffing_status status = menu->perform(plugin, &target, &action, &error);
        say_status("menu.perform", status, &why);
        if (status == STAFFING_STATUS_OK) act_in_dialog(plugin, wanted);
    }
}
