#include "offered.h"

#include <stdio.h>

#include "dialogs.h"
#include "staffing/ext/log.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/records.h"
#include "tasks.h"
#include "text.h"

/* The required size of a struct: up to the last field of its first version. What a larger one has after that was added
 * later and is ignored. */
#define SIZE_UP_TO(type, field) (offsetof(type, field) + sizeof(((const type *)0)->field))

const staffing_record_ref ana = {STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};

static int is_ana(const staffing_record_ref *record) {
    return record->kind == ana.kind && record->id == ana.id;
}

/* The log: a line, from any thread. It cannot fail, so an invalid line is ignored. */
static void STAFFING_CALL write_log(const staffing_host *host, staffing_log_severity severity,
                                    const staffing_string *message) {
    (void)host;
    if (check_text(message, NULL) != STAFFING_STATUS_OK) return;
    print(severity >= STAFFING_LOG_WARNING ? "log (look at this): " : "log: ", message);
}

static const staffing_log log_table = {write_log};

/* Notifications: a host with windows shows them in a corner of the screen. */
static staffing_status STAFFING_CALL show(const staffing_host *host, const staffing_notification *notification,
                                          const staffing_error_sink *error) {
    if (host == NULL || notification == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of a notification.");
    if (notification->struct_size < SIZE_UP_TO(staffing_notification, record_count))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The notification's struct_size is too small.");
    staffing_status status = check_text(&notification->title, error);
    if (status == STAFFING_STATUS_OK) status = check_text(&notification->text, error);
    if (status != STAFFING_STATUS_OK) return status;
    print("notification: ", &notification->title);
    print("  ", &notification->text);
    return STAFFING_STATUS_OK;
}

static const staffing_notifications notifications_table = {show};

/* Records: each answer goes to the sink with its index in the request, NULL for a record that is gone. */
static staffing_status STAFFING_CALL get(const staffing_host *host, const staffing_record_ref *records,
                                         uint64_t record_count, const staffing_record_sink *sink,
                                         const staffing_error_sink *error) {
    if (host == NULL || sink == NULL || (records == NULL && record_count > 0))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of records or a sink.");
    const staffing_contact_method phone = {.struct_size = sizeof phone,
                                           .type = STAFFING_CONTACT_METHOD_CELL_PHONE,
                                           .id = 1,
                                           .value = text("651-555-0143")};
    const staffing_contact_method *const methods[] = {&phone};
    const staffing_record record = {.struct_size = sizeof record,
                                    .is_active = 1,
                                    .ref = ana,
                                    .first_name = text("Ana"),
                                    .last_name = text("Novak"),
                                    .methods = methods,
                                    .method_count = 1};
    for (uint64_t index = 0; index < record_count; ++index)
        if (sink->write(sink->context, index, is_ana(&records[index]) ? &record : NULL) == 0) break;
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL find_by_phone(const staffing_host *host, const staffing_string *number,
                                                   const staffing_record_ref_sink *sink,
                                                   const staffing_error_sink *error) {
    if (host == NULL || sink == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of a sink.");
    const staffing_status status = check_text(number, error);
    if (status != STAFFING_STATUS_OK) return status;
    if (is_equal(number, "+16515550143")) sink->write(sink->context, &ana);
    return STAFFING_STATUS_OK; /* finding nobody is a valid answer */
}

static staffing_status STAFFING_CALL update_method(const staffing_host *host, const staffing_record_ref *record,
                                                   int64_t method_id, const staffing_string *old_value,
                                                   const staffing_string *new_value, const staffing_error_sink *error) {
    (void)method_id;
    if (host == NULL || record == NULL || old_value == NULL || new_value == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of a record or a value.");
    if (!is_ana(record)) return fail(error, STAFFING_STATUS_NOT_FOUND, "There is no such record.");
    return fail(error, STAFFING_STATUS_PERMISSION_DENIED, "This host's one record cannot be changed.");
}

static const staffing_records records_table = {get, find_by_phone, update_method};

const void *STAFFING_CALL get_extension(const staffing_host *host, const staffing_string *id) {
    const struct {
        const char *id;
        const void *table;
    } offered[] = {
        {STAFFING_EXT_DIALOGS, &dialogs_table},         {STAFFING_EXT_LOG, &log_table},
        {STAFFING_EXT_MAIN_THREAD, &main_thread_table}, {STAFFING_EXT_NOTIFICATIONS, &notifications_table},
        {STAFFING_EXT_RECORDS, &records_table},         {STAFFING_EXT_THREAD_CHECK, &thread_check_table},
    };
    if (host == NULL || id == NULL) return NULL;
    for (size_t at = 0; at < sizeof offered / sizeof *offered; ++at)
        if (is_equal(id, offered[at].id)) return offered[at].table;
    return NULL;
}
