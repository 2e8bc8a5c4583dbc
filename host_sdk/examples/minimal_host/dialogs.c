#include "dialogs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "json_patch.h"
#include "text.h"

/* Everything here belongs to the main thread, so there is no lock. */
typedef struct dialog {
    uint64_t id;
    json *view;
    struct dialog *next;
} dialog;

static dialog *first;
static uint64_t last_id;

static int is_list(const json *value) {
    return value != NULL && value->kind == JSON_ARRAY;
}

/* Whether it has what every view has; the rest is checked when it is drawn, kind by kind. */
static int is_view(const json *view) {
    return view != NULL && view->kind == JSON_OBJECT && is_list(json_member(view, "elements")) &&
           is_list(json_member(view, "buttons"));
}

static void draw_rows(const json *element) {
    printf("  %s:\n", json_text_of(element, "label"));
    const json *const rows = json_member(element, "rows");
    for (size_t index = 0; is_list(rows) && index < rows->count; ++index) {
        const json *const row = rows->items[index];
        const int is_rejected = strcmp(json_text_of(row, "mark"), "rejected") == 0;
        printf("    %s%s  %s  %s\n", is_rejected ? "! " : "", json_text_of(row, "title"), json_text_of(row, "detail"),
               json_text_of(row, "note"));
    }
}

static const char *number_of(const json *element, const char *name) {
    const json *const number = json_member(element, name);
    return number != NULL && number->kind == JSON_NUMBER ? number->text.data : "?";
}

/* Unknown kinds are ignored: later versions of the contract have more. */
static void draw_element(const json *element) {
    const char *const kind = json_text_of(element, "kind");
    if (strcmp(kind, "text") == 0 && json_text_of(element, "text")[0] != '\0')
        printf("  %s\n", json_text_of(element, "text"));
    if (strcmp(kind, "rows") == 0) draw_rows(element);
    if (strcmp(kind, "text_area") == 0 || strcmp(kind, "choice") == 0)
        printf("  %s: [%s]\n", json_text_of(element, "label"), json_text_of(element, "value"));
    if (strcmp(kind, "progress") == 0)
        printf("  %s: %s of %s\n", json_text_of(element, "label"), number_of(element, "done"),
               number_of(element, "total"));
}

static void draw(const dialog *shown) {
    printf("window %lu: %s\n", (unsigned long)shown->id, json_text_of(shown->view, "title"));
    const json *const elements = json_member(shown->view, "elements");
    for (size_t index = 0; index < elements->count; ++index)
        draw_element(elements->items[index]);
    const json *const buttons = json_member(shown->view, "buttons");
    for (size_t index = 0; index < buttons->count; ++index)
        printf("  (%s)", json_text_of(buttons->items[index], "label"));
    printf("\n");
}

/* The pointer to the dialog with this id; it points to NULL when there is none. */
static dialog **find(uint64_t id) {
    dialog **at = &first;
    while (*at != NULL && (*at)->id != id)
        at = &(*at)->next;
    return at;
}

static void forget(dialog **at) {
    dialog *const gone = *at;
    *at = gone->next;
    json_free(gone->view);
    free(gone);
}

static staffing_status STAFFING_CALL open_dialog(const staffing_host *host, const staffing_string *view_json,
                                                 uint64_t *dialog_id, const staffing_error_sink *error) {
    if (host == NULL || dialog_id == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of a place for the id.");
    const staffing_status status = check_text(view_json, error);
    if (status != STAFFING_STATUS_OK) return status;
    json *const view = json_parse(view_json->data, (size_t)view_json->size);
    dialog *const opened = is_view(view) ? malloc(sizeof *opened) : NULL;
    if (opened == NULL) {
        json_free(view);
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "The view of the window is invalid.");
    }
    *opened = (dialog){++last_id, view, first};
    first = opened;
    *dialog_id = opened->id;
    draw(opened);
    return STAFFING_STATUS_OK;
}

/* The patched view replaces the old one, or nothing changes. */
static staffing_status STAFFING_CALL update_dialog(const staffing_host *host, uint64_t dialog_id,
                                                   const staffing_string *patch_json,
                                                   const staffing_error_sink *error) {
    if (host == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of the host.");
    const staffing_status status = check_text(patch_json, error);
    if (status != STAFFING_STATUS_OK) return status;
    dialog *const changed = *find(dialog_id);
    if (changed == NULL) return fail(error, STAFFING_STATUS_NOT_FOUND, "This window is closed.");
    json *const patch = json_parse(patch_json->data, (size_t)patch_json->size);
    const char *why = "The change of the window is not JSON.";
    json *const view = patch == NULL ? NULL : json_patch(changed->view, patch, &why);
    json_free(patch);
    if (view != NULL && !is_view(view)) why = "The change would make an invalid view.";
    if (!is_view(view)) {
        json_free(view);
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, why);
    }
    json_free(changed->view);
    changed->view = view;
    draw(changed);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL close_dialog(const staffing_host *host, uint64_t dialog_id,
                                                  const staffing_error_sink *error) {
    if (host == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of the host.");
    dialog **const at = find(dialog_id);
    if (*at == NULL) return fail(error, STAFFING_STATUS_NOT_FOUND, "This window is closed already.");
    printf("window %lu is closed\n", (unsigned long)dialog_id);
    forget(at);
    return STAFFING_STATUS_OK;
}

const staffing_dialogs dialogs_table = {open_dialog, update_dialog, close_dialog};

void close_dialogs(void) {
    while (first != NULL)
        forget(&first);
}
