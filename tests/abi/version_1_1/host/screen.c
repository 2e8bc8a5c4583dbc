#include <pthread.h>

#include "host.h"

/* What a person would see: dialogs, notifications, progress, the log. */

enum { MOST_DIALOGS = 20 };
static struct {
    int is_open;
    char view[16384];
} dialogs[MOST_DIALOGS + 1]; /* by id, main thread only; the first is not used */
static uint64_t dialog_count;

static char said[65536]; /* views and patches since the last event */

static void listen(const staffing_string* json) {
    if (strlen(said) + json->size >= sizeof said) said[0] = '\0';
    copy_text(said + strlen(said), sizeof said - strlen(said), json->data, json->size);
}

int dialogs_said(const char* words) {
    return strstr(said, words) != NULL;
}

void forget_what_dialogs_said(void) {
    said[0] = '\0';
}

static int is_open(uint64_t id) {
    return id != 0 && id <= dialog_count && dialogs[id].is_open;
}

static staffing_status STAFFING_CALL open_dialog(const staffing_host* host, const staffing_string* view_json,
                                                 uint64_t* dialog_id, const staffing_error_sink* error) {
    enter(host, "dialogs.open", MAIN_THREAD);
    if (dialog_id == NULL || !is_whole("The view", view_json))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (view_json->size == 0 || view_json->data[0] != '{')
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "The view is no object.");
    if (dialog_count == MOST_DIALOGS)
        return fail(error, STAFFING_STATUS_UNAVAILABLE, "This host opens 20 dialogs.");
    *dialog_id = ++dialog_count;
    dialogs[*dialog_id].is_open = 1;
    copy_text(dialogs[*dialog_id].view, sizeof dialogs->view, view_json->data, view_json->size);
    listen(view_json);
    remember("dialog", "%d opens with %s", (int)dialog_count, dialogs[dialog_count].view);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL update_dialog(const staffing_host* host, uint64_t dialog_id,
                                                   const staffing_string* patch_json,
                                                   const staffing_error_sink* error) {
    enter(host, "dialogs.update", MAIN_THREAD);
    if (!is_whole("The patch", patch_json))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!is_open(dialog_id)) return fail(error, STAFFING_STATUS_NOT_FOUND, "This dialog is closed.");
    if (patch_json->size == 0 || patch_json->data[0] != '[')
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "The patch is no list.");
    listen(patch_json);
    remember("dialog", "%d changes by %.*s", (int)dialog_id, (int)patch_json->size, patch_json->data);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL close_dialog(const staffing_host* host, uint64_t dialog_id,
                                                  const staffing_error_sink* error) {
    enter(host, "dialogs.close", MAIN_THREAD);
    if (!is_open(dialog_id)) return fail(error, STAFFING_STATUS_NOT_FOUND, "This dialog is closed already.");
    dialogs[dialog_id].is_open = 0;
    remember("dialog", "%d closes", (int)dialog_id);
    return STAFFING_STATUS_OK;
}

uint64_t last_dialog(void) {
    return is_open(dialog_count) ? dialog_count : 0;
}

void close_all_dialogs(void) {
    for (uint64_t at = 1; at <= dialog_count; ++at)
        dialogs[at].is_open = 0;
}

static staffing_status STAFFING_CALL show(const staffing_host* host, const staffing_notification* given,
                                          const staffing_error_sink* error) {
    staffing_notification shown;
    enter(host, "notifications.show", ANY_THREAD);
    if (given == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!TAKE(staffing_notification, record_count, given, &shown))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL,
                    "The notification is of no version that there was.");
    if (!is_whole("The title", &shown.title) || !is_whole("The text", &shown.text))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    remember("notification", "for %lld: %.*s: %.*s", (long long)shown.rep_id, (int)shown.title.size,
             shown.title.data, (int)shown.text.size, shown.text.data);
    return STAFFING_STATUS_OK;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of progress_is_on */
enum { MOST_PROGRESS = 100 };
static int progress_is_on[MOST_PROGRESS + 1]; /* by id; the first is not used */
static uint64_t progress_count;

static staffing_status STAFFING_CALL begin(const staffing_host* host, const staffing_progress_start* given,
                                           uint64_t* progress_id, const staffing_error_sink* error) {
    staffing_progress_start start;
    enter(host, "progress.begin", ANY_THREAD);
    if (given == NULL || progress_id == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!TAKE(staffing_progress_start, title, given, &start))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The progress is of no version that there was.");
    pthread_mutex_lock(&lock);
    const int has_room = progress_count < MOST_PROGRESS;
    if (has_room) {
        *progress_id = ++progress_count;
        progress_is_on[progress_count] = 1;
    }
    pthread_mutex_unlock(&lock);
    if (!has_room) return fail(error, STAFFING_STATUS_UNAVAILABLE, "This host shows 100 progresses.");
    if (is_whole("The title", &start.title))
        remember("progress", "%.*s, %d steps", (int)start.title.size, start.title.data, (int)start.total);
    return STAFFING_STATUS_OK;
}

static int progress_goes_on(uint64_t id, int ends) {
    pthread_mutex_lock(&lock);
    const int is_on = id != 0 && id <= progress_count && progress_is_on[id];
    if (is_on && ends) progress_is_on[id] = 0;
    pthread_mutex_unlock(&lock);
    return is_on;
}

static staffing_status STAFFING_CALL update(const staffing_host* host, uint64_t progress_id, uint64_t done,
                                            const staffing_string* detail, int32_t* is_cancelled,
                                            const staffing_error_sink* error) {
    enter(host, "progress.update", ANY_THREAD);
    if (is_cancelled == NULL || !is_whole("The detail", detail))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!progress_goes_on(progress_id, 0))
        return fail(error, STAFFING_STATUS_NOT_FOUND, "This progress is over.");
    *is_cancelled = 0;
    remember("progress", "%d done, %.*s", (int)done, (int)detail->size, detail->data);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL end(const staffing_host* host, uint64_t progress_id,
                                         const staffing_string* outcome, const staffing_error_sink* error) {
    enter(host, "progress.end", ANY_THREAD);
    if (!is_whole("The outcome", outcome))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!progress_goes_on(progress_id, 1))
        return fail(error, STAFFING_STATUS_NOT_FOUND, "This progress is over.");
    remember("progress", "ends: %.*s", (int)outcome->size, outcome->data);
    return STAFFING_STATUS_OK;
}

static void STAFFING_CALL write_log(const staffing_host* host, staffing_log_severity severity,
                                    const staffing_string* message) {
    enter(host, "log.write", ANY_THREAD);
    if (!is_whole("The log's line", message)) return;
    if (severity == STAFFING_LOG_HOST_MISBEHAVING)
        broken("The plug-in says: %.*s", (int)message->size, message->data);
    remember("log", "%d %.*s", (int)severity, (int)message->size, message->data);
}

const staffing_dialogs dialogs_table = {open_dialog, update_dialog, close_dialog};
const staffing_notifications notifications_table = {show};
const staffing_progress progress_table = {begin, update, end};
const staffing_log log_table = {write_log};
