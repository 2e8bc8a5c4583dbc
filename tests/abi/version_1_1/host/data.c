#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>

#include "host.h"

/* The session, the message log, secrets and folders. */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of the session, keys and secrets */

static int somebody_is_logged_in = 1; /* under the lock */

void log_in(int is_logged_in) {
    pthread_mutex_lock(&lock);
    somebody_is_logged_in = is_logged_in;
    pthread_mutex_unlock(&lock);
}

static int is_somebody_there(void) {
    pthread_mutex_lock(&lock);
    const int is_there = somebody_is_logged_in;
    pthread_mutex_unlock(&lock);
    return is_there;
}

static staffing_status STAFFING_CALL get_user(const staffing_host* host,
                                              const staffing_session_user_sink* sink,
                                              const staffing_error_sink* error) {
    enter(host, "session.get_user", ANY_THREAD);
    if (sink == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no sink.");
    const staffing_session_user user = {
        .struct_size = sizeof user,
        .is_logged_in = 1,
        .rep_id = 7,
        .branch_id = 3,
        .login_name = text("drew"),
        .first_name = text("Drew"),
        .last_name = text("Larson"),
        .branch_name = text("Eagan"),
        .time_zone = text("America/Chicago"),
    };
    const staffing_session_user no_user = {.struct_size = sizeof no_user};
    sink->write(sink->context, is_somebody_there() ? &user : &no_user);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL has_permission(const staffing_host* host,
                                                    const staffing_string* permission, int32_t* is_granted,
                                                    const staffing_error_sink* error) {
    enter(host, "session.has_permission", ANY_THREAD);
    if (is_granted == NULL || !is_whole("The permission", permission))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    *is_granted = is_somebody_there() && is_text(permission, STAFFING_PERMISSION_TEXT_MESSAGING) ? 1 : 0;
    return STAFFING_STATUS_OK;
}

static struct { char text[201]; } keys[100];
static int key_count;

static staffing_status STAFFING_CALL add(const staffing_host* host, const staffing_message* given,
                                         int64_t* message_id, const staffing_error_sink* error) {
    staffing_message message;
    enter(host, "message_log.add", WORKER);
    if (given == NULL || message_id == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!TAKE(staffing_message, record_count, given, &message))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The message is of no version that there was.");
    if (!is_whole("The key", &message.key) || message.key.size < 1 || message.key.size > 200)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "A key has 1 to 200 bytes.");
    if (!is_text(&message.action_code, "Text"))
        return fail(error, STAFFING_STATUS_REFUSED, "There is no such code.");
    if (message.record_count == 0) return fail(error, STAFFING_STATUS_NOT_FOUND, "There is no record.");
    pthread_mutex_lock(&lock);
    int at = 0;
    while (at < key_count && !is_text(&message.key, keys[at].text))
        ++at;
    const int is_new = at == key_count, has_room = at < 100;
    if (is_new && has_room)
        copy_text(keys[key_count++].text, sizeof keys->text, message.key.data, message.key.size);
    pthread_mutex_unlock(&lock);
    if (!has_room)
        return fail(error, STAFFING_STATUS_UNAVAILABLE, "This host keeps 100 messages, and has them.");
    *message_id = at + 1;
    if (is_new) {
        remember("message", "%.*s by %lld on record %lld: %.*s", (int)message.key.size, message.key.data,
                 (long long)message.author_rep_id, (long long)message.records[0].id, (int)message.text.size,
                 message.text.data);
    }
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL action_codes(const staffing_host* host,
                                                  const staffing_action_code_sink* sink,
                                                  const staffing_error_sink* error) {
    enter(host, "message_log.action_codes", WORKER);
    if (sink == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no sink.");
    const staffing_action_code code = {
        .struct_size = sizeof code,
        .is_active = 1,
        .relevant_to_employees = 1,
        .relevant_to_contacts = 1,
        .code = text("Text"),
        .description = text("Text conversation"),
    };
    sink->write(sink->context, &code);
    return STAFFING_STATUS_OK;
}

enum { MOST_SECRETS = 20 };
static struct {
    char name[201];
    char secret[1024];
} secrets[MOST_SECRETS]; /* one without a name is free */

/* The place of a name, or of "" for a free one; MOST_SECRETS: there is none. With the lock held. */
static int place_of(const staffing_string* name) {
    int at = 0;
    while (at < MOST_SECRETS && !is_text(name, secrets[at].name))
        ++at;
    return at;
}

static int is_name(const staffing_string* name) {
    return is_whole("The name", name) && name->size >= 1 && name->size <= 200;
}

static staffing_status STAFFING_CALL put(const staffing_host* host, const staffing_string* name,
                                         const staffing_string* secret, const staffing_error_sink* error) {
    const staffing_string no_name = text("");
    enter(host, "credentials.put", WORKER);
    if (!is_name(name) || !is_whole("The secret", secret))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "A secret has a name of 1 to 200 bytes.");
    if (secret->size >= sizeof secrets->secret)
        return fail(error, STAFFING_STATUS_TOO_LARGE, "The secret is too long.");
    pthread_mutex_lock(&lock);
    int at = place_of(name);
    if (at == MOST_SECRETS) at = place_of(&no_name);
    if (at < MOST_SECRETS) {
        copy_text(secrets[at].name, sizeof secrets->name, name->data, name->size);
        copy_text(secrets[at].secret, sizeof secrets->secret, secret->data, secret->size);
    }
    pthread_mutex_unlock(&lock);
    if (at == MOST_SECRETS)
        return fail(error, STAFFING_STATUS_UNAVAILABLE, "This host keeps 20 secrets, and has them.");
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL get_secret(const staffing_host* host, const staffing_string* name,
                                                const staffing_string_sink* sink,
                                                const staffing_error_sink* error) {
    char secret[sizeof secrets->secret] = "";
    enter(host, "credentials.get", WORKER);
    if (!is_name(name) || sink == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    pthread_mutex_lock(&lock);
    const int at = place_of(name);
    if (at < MOST_SECRETS) memcpy(secret, secrets[at].secret, sizeof secret);
    pthread_mutex_unlock(&lock);
    if (at == MOST_SECRETS) return fail(error, STAFFING_STATUS_NOT_FOUND, "There is no secret of this name.");
    sink->write(sink->context, secret, strlen(secret));
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL remove_secret(const staffing_host* host, const staffing_string* name,
                                                   const staffing_error_sink* error) {
    enter(host, "credentials.remove", WORKER);
    if (!is_name(name)) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    pthread_mutex_lock(&lock);
    const int at = place_of(name);
    if (at < MOST_SECRETS) memset(&secrets[at], 0, sizeof secrets[at]);
    pthread_mutex_unlock(&lock);
    if (at == MOST_SECRETS) return fail(error, STAFFING_STATUS_NOT_FOUND, "There is no secret of this name.");
    return STAFFING_STATUS_OK;
}

static const char* root;

void choose_folder(const char* folder) {
    root = folder;
}

static staffing_status STAFFING_CALL get_path(const staffing_host* host, staffing_path_kind kind,
                                              const staffing_string_sink* sink,
                                              const staffing_error_sink* error) {
    static const char* const names[] = {"", "data", "cache", "temporary"};
    char path[4096];
    enter(host, "paths.get", ANY_THREAD);
    if (sink == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no sink.");
    if (kind < STAFFING_PATH_DATA || kind > STAFFING_PATH_TEMPORARY)
        return fail(error, STAFFING_STATUS_NOT_FOUND, "There is no such folder.");
    snprintf(path, sizeof path, "%s/%s", root, names[kind]);
    if (mkdir(path, 0700) != 0 && errno != EEXIST)
        return fail(error, STAFFING_STATUS_UNAVAILABLE, "The folder cannot be made.");
    sink->write(sink->context, path, strlen(path));
    return STAFFING_STATUS_OK;
}

const staffing_session session_table = {get_user, has_permission};
const staffing_message_log message_log_table = {add, action_codes};
const staffing_credentials credentials_table = {put, get_secret, remove_secret};
const staffing_paths paths_table = {get_path};
