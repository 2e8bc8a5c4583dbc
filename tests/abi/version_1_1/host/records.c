#include <pthread.h>

#include "host.h"

const staffing_record_ref ana = {STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
const staffing_record_ref bo = {STAFFING_RECORD_KIND_CONTACT, 0, 2};
const staffing_record_ref nobody = {STAFFING_RECORD_KIND_EMPLOYEE, 0, 3};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char ana_cell[64] = "(651) 555-0143"; /* the one value that can be changed */

static int is_same(const staffing_record_ref* a, const staffing_record_ref* b) {
    return a->kind == b->kind && a->id == b->id;
}

static void copy_ana_cell(char into[64]) {
    pthread_mutex_lock(&lock);
    memcpy(into, ana_cell, sizeof ana_cell);
    pthread_mutex_unlock(&lock);
}

static int32_t give(const staffing_record_sink* sink, uint64_t index, const staffing_record_ref* ref) {
    char cell[64];
    copy_ana_cell(cell);
    const staffing_contact_method methods[] = {
        {.struct_size = sizeof *methods, .type = STAFFING_CONTACT_METHOD_SMS, .id = 11, .value = text(cell)},
        {.struct_size = sizeof *methods,
         .type = STAFFING_CONTACT_METHOD_PHONE,
         .id = 12,
         .value = text("none")},
    };
    const staffing_contact_method* const of_ana[] = {&methods[0], &methods[1]};
    const int is_ana = is_same(ref, &ana);
    const staffing_record record = {
        .struct_size = sizeof record,
        .is_active = 1,
        .ref = *ref,
        .first_name = text(is_ana ? "Ana" : "Bo"),
        .last_name = text(is_ana ? "Novak" : "Lind"),
        .display_name = text(is_ana ? "Ana Novak" : "Bo Lind"),
        .branch_id = 3,
        .rep_id = 7,
        .postal_code = text("55121"),
        .methods = is_ana ? of_ana : NULL,
        .method_count = is_ana ? 2 : 0,
        .fields_json = text("{\"job\": \"Driver\"}"),
    };
    const int is_there = is_ana || is_same(ref, &bo);
    return sink->write(sink->context, index, is_there ? &record : NULL);
}

static staffing_status STAFFING_CALL get(const staffing_host* host, const staffing_record_ref* records,
                                         uint64_t record_count, const staffing_record_sink* sink,
                                         const staffing_error_sink* error) {
    enter(host, "records.get", WORKER);
    if (sink == NULL || (records == NULL && record_count > 0))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    for (uint64_t index = 0; index < record_count; ++index) {
        if (give(sink, index, &records[index]) == 0) break;
    }
    return STAFFING_STATUS_OK;
}

/* The last ten digits of what was typed; gives how many there are. */
static size_t last_digits(const char* typed, size_t size, char digits[11]) {
    size_t count = 0;
    memset(digits, 0, 11);
    for (size_t at = size; at > 0 && count < 10; --at) {
        if (typed[at - 1] >= '0' && typed[at - 1] <= '9') digits[count++] = typed[at - 1];
    }
    return count;
}

static staffing_status STAFFING_CALL find_by_phone(const staffing_host* host, const staffing_string* number,
                                                   const staffing_record_ref_sink* sink,
                                                   const staffing_error_sink* error) {
    char wanted[11], there[11], cell[64];
    enter(host, "records.find_by_phone", WORKER);
    if (sink == NULL || !is_whole("The number", number))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    copy_ana_cell(cell);
    if (last_digits(number->data, number->size, wanted) == 10 &&
        last_digits(cell, strlen(cell), there) == 10 && strcmp(wanted, there) == 0) {
        sink->write(sink->context, &ana);
    }
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL update_method(const staffing_host* host,
                                                   const staffing_record_ref* record, int64_t method_id,
                                                   const staffing_string* old_value,
                                                   const staffing_string* new_value,
                                                   const staffing_error_sink* error) {
    enter(host, "records.update_method", WORKER);
    if (record == NULL || !is_whole("The old value", old_value) || !is_whole("The new value", new_value))
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!is_same(record, &ana) || method_id != 11)
        return fail(error, STAFFING_STATUS_NOT_FOUND, "There is no such contact method.");
    pthread_mutex_lock(&lock);
    const int is_unchanged = is_text(old_value, ana_cell);
    if (is_unchanged) copy_text(ana_cell, sizeof ana_cell, new_value->data, new_value->size);
    pthread_mutex_unlock(&lock);
    if (!is_unchanged)
        return fail(error, STAFFING_STATUS_REFUSED, "Somebody has changed the value meanwhile.");
    remember("contact method", "%.*s", (int)new_value->size, new_value->data);
    return STAFFING_STATUS_OK;
}

const staffing_records records_table = {get, find_by_phone, update_method};
