#include <stdio.h>

#include "plugin.h"

/* A note written: every extension of the host is used, if it is there. */

void write_log(notes* self, staffing_log_severity severity, const char* line) {
    const staffing_string message = text(line);
    if (self->log != NULL) self->log->write(self->host, severity, &message);
}

static void expect_ok(notes* self, const char* what, staffing_status status, const answer* why) {
    if (status == STAFFING_STATUS_OK) return;
    char line[512];
    snprintf(line, sizeof line, "%s: status %d, %.300s", what, (int)status, why->text);
    write_log(self, STAFFING_LOG_ERROR, line);
}

/* What is wanted of the record that the note is on. */
typedef struct person {
    char name[100];
    int64_t method_id;
    char typed[64];
    char number[32];
} person;

static int32_t keep_person(void* context, uint64_t index, const staffing_record* given) {
    person* kept = context;
    staffing_record record;
    staffing_contact_method method;
    (void)index;
    if (given == NULL || !TAKE(staffing_record, fields_json, given, &record)) return 1;
    copy_text(kept->name, sizeof kept->name, record.display_name.data, record.display_name.size);
    if (record.method_count == 0 || !TAKE(staffing_contact_method, value, record.methods[0], &method))
        return 1;
    kept->method_id = method.id;
    copy_text(kept->typed, sizeof kept->typed, method.value.data, method.value.size);
    e164(&method.value, kept->number);
    return 1;
}

static void count_record(void* context, const staffing_record_ref* record) {
    *(int*)context += record->id > 0;
}

static person look_up(notes* self, const staffing_record_ref* record) {
    person found = {.name = "somebody"};
    if (self->records == NULL) return found;
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    const staffing_record_sink sink = {&found, keep_person};
    expect_ok(self, "get", self->records->get(self->host, record, 1, &sink, &error), &why);
    if (found.number[0] == '\0') return found;

    int owners = 0;
    const staffing_record_ref_sink count = {&owners, count_record};
    const staffing_string number = text(found.number), typed = text(found.typed);
    expect_ok(self, "find_by_phone", self->records->find_by_phone(self->host, &number, &count, &error), &why);
    if (owners == 0)
        write_log(self, STAFFING_LOG_ERROR, "find_by_phone did not find the record that was just read");
    expect_ok(self, "update_method",
              self->records->update_method(self->host, record, found.method_id, &typed, &number, &error),
              &why);
    return found;
}

static void keep_code(void* context, const staffing_action_code* given) {
    staffing_action_code code;
    char* kept = context;
    if (!TAKE(staffing_action_code, side_effect, given, &code)) return;
    if (code.is_active && code.side_effect.size == 0) copy_text(kept, 32, code.code.data, code.code.size);
}

static void keep_rep(void* context, const staffing_session_user* given) {
    staffing_session_user user;
    if (TAKE(staffing_session_user, time_zone, given, &user)) *(int64_t*)context = user.rep_id;
}

static void log_message(notes* self, const job* done, const person* whom, int64_t rep_id) {
    if (self->message_log == NULL) return;
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    char code[32] = "", key[100], body[512];
    const staffing_action_code_sink codes = {code, keep_code};
    expect_ok(self, "action_codes", self->message_log->action_codes(self->host, &codes, &error), &why);
    snprintf(key, sizeof key, "com.example.notes/%lld/%llu", (long long)done->record.id,
             (unsigned long long)done->id);
    pthread_mutex_lock(&self->lock);
    snprintf(body, sizeof body, "%s %s: %s", self->greeting, whom->name, done->note);
    pthread_mutex_unlock(&self->lock);
    const staffing_message message = {
        .struct_size = sizeof message,
        .key = text(key),
        .action_code = text(code),
        .text = text(body),
        .author_rep_id = rep_id,
        .records = &done->record,
        .record_count = 1,
    };
    int64_t id = 0, again = 0;
    expect_ok(self, "add", self->message_log->add(self->host, &message, &id, &error), &why);
    expect_ok(self, "add again", self->message_log->add(self->host, &message, &again, &error), &why);
    if (id != again) write_log(self, STAFFING_LOG_HOST_MISBEHAVING, "The same key gave two messages.");
}

static void keep_secret(notes* self, const char* secret) {
    if (self->credentials == NULL) return;
    answer why = {.written = 0}, given = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    const staffing_string_sink sink = {&given, keep};
    const staffing_string name = text("last note"), value = text(secret);
    expect_ok(self, "put", self->credentials->put(self->host, &name, &value, &error), &why);
    expect_ok(self, "get", self->credentials->get(self->host, &name, &sink, &error), &why);
    if (strcmp(given.text, secret) != 0)
        write_log(self, STAFFING_LOG_HOST_MISBEHAVING, "A secret came back changed.");
    expect_ok(self, "remove", self->credentials->remove(self->host, &name, &error), &why);
}

static void notify(notes* self, const job* done, int64_t rep_id) {
    if (self->notifications == NULL) return;
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    const staffing_notification notification = {
        .struct_size = sizeof notification,
        .severity = STAFFING_NOTIFICATION_INFO,
        .rep_id = rep_id,
        .title = text("Note"),
        .text = text(done->note),
        .records = &done->record,
        .record_count = 1,
    };
    expect_ok(self, "show", self->notifications->show(self->host, &notification, &error), &why);
}

static void close_dialog(void* context) {
    notes* self = context;
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    if (self->thread_check != NULL && !self->thread_check->is_main_thread(self->host))
        write_log(self, STAFFING_LOG_HOST_MISBEHAVING,
                  "A task was run on another thread than the main thread.");
    if (self->dialogs == NULL || self->dialog_id == 0) return;
    const staffing_string patch = text("[{\"op\": \"replace\", \"path\": \"/title\", \"value\": \"Noted\"}]");
    expect_ok(self, "update", self->dialogs->update(self->host, self->dialog_id, &patch, &error), &why);
    expect_ok(self, "close", self->dialogs->close(self->host, self->dialog_id, &error), &why);
    self->dialog_id = 0;
}

void write_note(notes* self, const job* done) {
    answer why = {.written = 0}, folder = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    uint64_t progress_id = 0;
    int32_t is_cancelled = 0;
    int64_t rep_id = 0;
    if (self->progress != NULL) {
        const staffing_progress_start start = {
            .struct_size = sizeof start, .total = 1, .title = text("Writing a note")};
        expect_ok(self, "begin", self->progress->begin(self->host, &start, &progress_id, &error), &why);
    }
    if (self->session != NULL) {
        const staffing_session_user_sink sink = {&rep_id, keep_rep};
        expect_ok(self, "get_user", self->session->get_user(self->host, &sink, &error), &why);
    }
    if (self->paths != NULL) {
        const staffing_string_sink sink = {&folder, keep};
        expect_ok(self, "get path", self->paths->get(self->host, STAFFING_PATH_DATA, &sink, &error), &why);
        if (folder.text[0] == '\0')
            write_log(self, STAFFING_LOG_HOST_MISBEHAVING, "The data folder has no name.");
    }
    const person whom = look_up(self, &done->record);
    keep_secret(self, done->note);
    log_message(self, done, &whom, rep_id);
    notify(self, done, rep_id);
    if (self->clock != NULL && self->clock->now_milliseconds(self->host) <= 0)
        write_log(self, STAFFING_LOG_HOST_MISBEHAVING, "The clock stands before 1970.");
    if (self->progress != NULL) {
        const staffing_string detail = text("done");
        expect_ok(self, "update progress",
                  self->progress->update(self->host, progress_id, 1, &detail, &is_cancelled, &error), &why);
        expect_ok(self, "end", self->progress->end(self->host, progress_id, &detail, &error), &why);
    }
    write_log(self, STAFFING_LOG_INFO, "A note was written.");
    if (self->main_thread != NULL) {
        const staffing_task task = {self, close_dialog};
        expect_ok(self, "post", self->main_thread->post(self->host, &task, &error), &why);
    }
}
