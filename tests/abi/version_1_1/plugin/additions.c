#include <stdio.h>

#include "plugin.h"

/* What 1.1 added: an action of the account, the audit trail, and another session. */

void note_in_trail(notes* self, const char* action) {
    pthread_mutex_lock(&self->lock);
    const int most = (int)(sizeof self->trail / sizeof *self->trail);
    if (self->trail_size < most)
        copy_text(self->trail[self->trail_size++], sizeof *self->trail, action, strlen(action));
    pthread_mutex_unlock(&self->lock);
}

static staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, int64_t account_id,
                                             const staffing_string* action_id,
                                             const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 1, error, &status);
    if (self == NULL) return status;
    if (action_id == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no action.");
    pthread_mutex_lock(&self->lock);
    const int is_possible =
        account_id != 0 && self->account_id == account_id && !self->is_paused && is_text(action_id, "pause");
    if (is_possible) self->is_paused = 1;
    pthread_mutex_unlock(&self->lock);
    if (!is_possible) return fail(error, STAFFING_STATUS_NOT_FOUND, "The account has no such action now.");
    note_in_trail(self, "account.pause");
    return STAFFING_STATUS_OK;
}

/* Adds an entry to the text of a part. */
static void add_entry(char* text, size_t room, staffing_audit_format format, int id, const char* action) {
    const char* const shape =
        format == STAFFING_AUDIT_FORMAT_CSV
            ? "%d,2026-03-02T15:00:00.000Z,7,Drew Larson,%s,Notes,,,,0,0,done,\r\n"
            : "{\"id\": %d, \"at\": \"2026-03-02T15:00:00.000Z\", \"rep_id\": 7, \"rep\": \"Drew Larson\", "
              "\"action\": \"%s\", \"subject\": \"Notes\", \"line\": \"\", \"to\": \"\", \"records\": \"\", "
              "\"request\": 0, \"text\": 0, \"outcome\": \"done\", \"detail\": \"\"}\n";
    const size_t used = strlen(text);
    snprintf(text + used, room - used, shape, id, action);
}

static staffing_status STAFFING_CALL read_audit(const staffing_plugin* plugin, staffing_audit_format format,
                                                int64_t after_id, int64_t most_entries,
                                                const staffing_string_sink* part, int64_t* last_id,
                                                const staffing_error_sink* error) {
    static const char names[] =
        "id,at,rep_id,rep,action,subject,line,to,records,request,text,outcome,detail\r\n";
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 1, error, &status);
    char text[8192] = "";
    if (self == NULL) return status;
    if (part == NULL || part->write == NULL || last_id == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if ((format != STAFFING_AUDIT_FORMAT_CSV && format != STAFFING_AUDIT_FORMAT_JSON_LINES) || after_id < 0 ||
        most_entries < 1 || most_entries > 10000)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no such part of the trail.");
    if (format == STAFFING_AUDIT_FORMAT_CSV && after_id == 0)
        copy_text(text, sizeof text, names, sizeof names - 1);
    *last_id = 0;
    pthread_mutex_lock(&self->lock);
    for (int64_t at = after_id; at < self->trail_size && at - after_id < most_entries; ++at) {
        add_entry(text, sizeof text, format, (int)at + 1, self->trail[at]);
        *last_id = at + 1;
    }
    pthread_mutex_unlock(&self->lock);
    part->write(part->context, text, strlen(text));
    return STAFFING_STATUS_OK;
}

static void keep_login(void* context, const staffing_session_user* user) {
    *(int*)context = user->is_logged_in != 0;
}

static staffing_status STAFFING_CALL changed(const staffing_plugin* plugin,
                                             const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 0, error, &status);
    int is_logged_in = 1;
    if (self == NULL) return status;
    const staffing_session_user_sink sink = {&is_logged_in, keep_login};
    if (self->session != NULL) status = self->session->get_user(self->host, &sink, error);
    if (status != STAFFING_STATUS_OK || is_logged_in || self->dialog_id == 0) return status;
    self->dialogs->close(self->host, self->dialog_id, NULL);
    self->dialog_id = 0;
    return STAFFING_STATUS_OK;
}

const staffing_account_actions account_actions_table = {perform};
const staffing_audit audit_table = {read_audit};
const staffing_session_events session_events_table = {changed};
