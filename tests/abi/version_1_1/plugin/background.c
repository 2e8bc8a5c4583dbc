#include <stdlib.h>

#include "plugin.h"

/* What is asked of the worker: resolutions, and that all notes are logged. */

static staffing_status STAFFING_CALL start(const staffing_plugin* plugin,
                                           const staffing_resolution_request* request,
                                           const staffing_resolution_listener* listener, uint64_t* job_id,
                                           const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 0, error, &status);
    staffing_resolution_request asked;
    if (self == NULL) return status;
    if (request == NULL || listener == NULL || job_id == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    if (!TAKE(staffing_resolution_request, record_count, request, &asked) ||
        listener->struct_size < FIRST_SIZE(staffing_resolution_listener, complete))
        return fail(error, STAFFING_STATUS_STRUCT_TOO_SMALL, "The request is of no version that there was.");
    job* added = calloc(1, sizeof *added);
    staffing_record_ref* records = calloc(asked.record_count + 1, sizeof *records);
    if (added == NULL || records == NULL) {
        free(added);
        free(records);
        return fail(error, STAFFING_STATUS_UNAVAILABLE, "There is no memory left.");
    }
    if (asked.record_count > 0) memcpy(records, asked.records, asked.record_count * sizeof *records);
    added->kind = JOB_RESOLVE;
    added->records = records;
    added->record_count = asked.record_count;
    TAKE(staffing_resolution_listener, complete, listener, &added->listener);
    add_job(self, added, job_id);
    return STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL cancel(const staffing_plugin* plugin, uint64_t job_id) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 0, NULL, &status);
    if (self == NULL) return status;
    return cancel_job(self, job_id) ? STAFFING_STATUS_OK : STAFFING_STATUS_NOT_FOUND;
}

static staffing_status STAFFING_CALL flush(const staffing_plugin* plugin, const staffing_error_sink* error) {
    staffing_status status = STAFFING_STATUS_OK;
    notes* self = active(plugin, 1, error, &status);
    if (self != NULL) wait_for_jobs(self);
    return status;
}

static staffing_status STAFFING_CALL flush_record(const staffing_plugin* plugin,
                                                  const staffing_record_ref* record,
                                                  const staffing_error_sink* error) {
    if (record == NULL) return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no record.");
    return flush(plugin, error);
}

/* Notes are logged at once, so that nothing open points at a record; only a dialog may. */
static staffing_status STAFFING_CALL record_merged(const staffing_plugin* plugin,
                                                   const staffing_record_ref* loser,
                                                   const staffing_record_ref* survivor,
                                                   const staffing_error_sink* error) {
    if (loser == NULL || survivor == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given.");
    return flush(plugin, error);
}

static staffing_status STAFFING_CALL record_deleted(const staffing_plugin* plugin,
                                                    const staffing_record_ref* record,
                                                    const staffing_error_sink* error) {
    return flush_record(plugin, record, error);
}

const staffing_recipient_resolver recipient_resolver_table = {start, cancel};
const staffing_message_logger message_logger_table = {flush, flush_record, record_merged, record_deleted};
