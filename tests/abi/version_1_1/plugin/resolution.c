#include <stdio.h>
#include <stdlib.h>

#include "plugin.h"

void e164(const staffing_string* typed, char number[32]) {
    char digits[24] = "";
    size_t count = 0;
    for (uint64_t at = 0; at < typed->size && count < sizeof digits - 1; ++at) {
        if (typed->data[at] >= '0' && typed->data[at] <= '9') digits[count++] = typed->data[at];
    }
    number[0] = '\0';
    if (count == 10) snprintf(number, 32, "+1%s", digits);
    if (count == 11 && digits[0] == '1') snprintf(number, 32, "+%s", digits);
}

typedef struct result {
    staffing_recipient recipient;
    char name[100];
    char number[32];
} result;

static void judge(result* judged, const staffing_record* given) {
    staffing_recipient* recipient = &judged->recipient;
    staffing_record record;
    staffing_contact_method method;
    recipient->verdict = STAFFING_VERDICT_RECORD_GONE;
    recipient->reason = text("The record is gone.");
    if (given == NULL || !TAKE(staffing_record, fields_json, given, &record)) return;
    copy_text(judged->name, sizeof judged->name, record.display_name.data, record.display_name.size);
    recipient->name = text(judged->name);
    if (record.ref.kind == STAFFING_RECORD_KIND_CONTACT) { /* contacts want no notes */
        recipient->verdict = STAFFING_VERDICT_OPTED_OUT;
        recipient->reason = text("The contact wants no notes.");
        return;
    }
    recipient->verdict = STAFFING_VERDICT_MISSING;
    recipient->reason = text("There is no number.");
    if (record.method_count == 0 || !TAKE(staffing_contact_method, value, record.methods[0], &method)) return;
    recipient->method_id = method.id;
    recipient->method_type = method.type;
    e164(&method.value, judged->number);
    recipient->can_text = judged->number[0] != '\0';
    recipient->verdict = recipient->can_text ? STAFFING_VERDICT_OK : STAFFING_VERDICT_NOT_A_NUMBER;
    recipient->reason = text(recipient->can_text ? "" : "This is no number.");
    recipient->number = text(judged->number);
}

static int32_t keep_result(void* context, uint64_t index, const staffing_record* record) {
    result* results = context;
    judge(&results[index], record);
    return 1;
}

void resolve(notes* self, const job* done, int is_cancelled) {
    const staffing_resolution_listener* listener = &done->listener;
    staffing_string message = text(is_cancelled ? "The resolution was cancelled." : "");
    answer why = {.written = 0};
    const staffing_error_sink error = {&why, keep};
    result* results = calloc(done->record_count + 1, sizeof *results);
    const staffing_recipient** recipients = calloc(done->record_count + 1, sizeof *recipients);
    staffing_status status = is_cancelled ? STAFFING_STATUS_CANCELLED : STAFFING_STATUS_OK;
    if (results == NULL || recipients == NULL) status = STAFFING_STATUS_UNAVAILABLE;
    if (status == STAFFING_STATUS_OK && self->records == NULL) {
        status = STAFFING_STATUS_NOT_SUPPORTED;
        message = text("The host has no records.");
    }
    if (status == STAFFING_STATUS_OK) {
        for (uint64_t at = 0; at < done->record_count; ++at) {
            results[at].recipient.struct_size = sizeof(staffing_recipient);
            results[at].recipient.record = done->records[at];
            recipients[at] = &results[at].recipient;
        }
        const staffing_record_sink sink = {results, keep_result};
        status = self->records->get(self->host, done->records, done->record_count, &sink, &error);
        message = text(why.text);
    }
    if (status == STAFFING_STATUS_OK) listener->partial(listener->context, recipients, done->record_count);
    listener->complete(listener->context, status, &message);
    free(recipients);
    free(results);
}
