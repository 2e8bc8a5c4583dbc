#include <stdlib.h>

#include "plugin.h"

/* The menu item and the dialog that it opens. */

#define ACTION "note.write"

static int may_write(notes* self) {
    const staffing_string permission = text(STAFFING_PERMISSION_TEXT_MESSAGING);
    int32_t is_granted = 0;
    if (self->session == NULL) return 1;
    return self->session->has_permission(self->host, &permission, &is_granted, NULL) == STAFFING_STATUS_OK &&
           is_granted;
}

static staffing_status STAFFING_CALL populate(const staffing_plugin* plugin,
                                              const staffing_menu_target* given,
                                              const staffing_menu_item_sink* sink,
                                              const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 0, error, &status);
    staffing_menu_target target;
    if (self == NULL) return status;
    if (given == NULL || sink == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!TAKE(staffing_menu_target, hotlist_id, given, &target))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The target is of no version that there was.");
    if (target.record_count != 1) return STAFFING_STATUS_OK;
    const int is_enabled = may_write(self);
    const staffing_menu_item item = {
        .struct_size = sizeof item,
        .is_enabled = is_enabled,
        .action_id = text(ACTION),
        .label = text("Write a Note"),
        .disabled_reason = text(is_enabled ? "" : "You may not write. Ask your administrator."),
    };
    sink->write(sink->context, &item);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* given,
                                             const staffing_string* action_id,
                                             const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 0, error, &status);
    staffing_menu_target target;
    if (self == NULL) return status;
    if (given == NULL || action_id == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!TAKE(staffing_menu_target, hotlist_id, given, &target))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The target is of no version that there was.");
    if (!is_text(action_id, ACTION) || target.record_count != 1)
        return fail(error, STAFFING_STATUS_NOT_FOUND, "Notes has no such item here.");
    if (!may_write(self))
        return fail(error, STAFFING_STATUS_REFUSED, "You may not write. Ask your administrator.");
    if (self->dialogs == NULL) return fail(error, STAFFING_STATUS_NOT_SUPPORTED, "The host has no dialogs.");
    if (self->dialog_id != 0) return fail(error, STAFFING_STATUS_REFUSED, "A note is being written already.");
    const staffing_string view = text(
        "{\"name\": \"notes.write\", \"title\": \"Note\", \"elements\": [{\"kind\": \"text_area\", \"id\": "
        "\"note\","
        " \"label\": \"Note\", \"lines\": 2}, {\"kind\": \"choice\", \"id\": \"color\", \"label\": \"Color\","
        " \"value\": \"yellow\", \"choices\": [{\"value\": \"yellow\", \"label\": \"Yellow\"}]}], "
        "\"buttons\": [{\"id\": \"save\", \"label\": \"Save\", \"role\": "
        "\"default\"}]}");
    self->dialog_record = target.records[0];
    return self->dialogs->open(self->host, &view, &self->dialog_id, error);
}

static int has(const char* json, const char* words) {
    return strstr(json, words) != NULL;
}

static staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, uint64_t dialog_id,
                                              const staffing_string* event_json,
                                              const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 0, error, &status);
    char event[256];
    if (self == NULL) return status;
    if (event_json == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no event.");
    if (dialog_id == 0 || dialog_id != self->dialog_id)
        return fail(error, STAFFING_STATUS_NOT_FOUND, "Notes has no such dialog.");
    copy_text(event, sizeof event, event_json->data, event_json->size);
    if (has(event, "\"closed\"")) self->dialog_id = 0;
    if (!has(event, "\"pressed\"") || !has(event, "\"save\"")) return STAFFING_STATUS_OK;

    job* note = calloc(1, sizeof *note);
    if (note == NULL) return fail(error, STAFFING_STATUS_UNAVAILABLE, "There is no memory left.");
    note->kind = JOB_NOTE;
    note->record = self->dialog_record;
    const char* typed = strstr(event, "\"note\":\"");
    typed = typed == NULL ? "" : typed + strlen("\"note\":\"");
    copy_text(note->note, sizeof note->note, typed, strcspn(typed, "\""));
    add_job(self, note, NULL);
    return STAFFING_STATUS_OK;
}

const staffing_menu menu_table = {populate, perform};
const staffing_dialog_events dialog_events_table = {on_event};
