/* Extension of the host: its records. */
#ifndef STAFFING_EXT_RECORDS_H
#define STAFFING_EXT_RECORDS_H

#include "staffing/host.h"
#include "staffing/record.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_RECORDS "staffing.records/1"

typedef struct staffing_record_sink {
    void *context;

    /* [worker] Called once for each requested record, in order: its index in the request, and the record or NULL when
     * it is gone. record is valid until write returns. Returning 0 ends get early, without an error. */
    int32_t(STAFFING_CALL *write)(void *context, uint64_t index, const staffing_record *record);
} staffing_record_sink;

typedef struct staffing_record_ref_sink {
    void *context;

    /* [worker] Called once for each record found. record is valid until write returns. */
    void(STAFFING_CALL *write)(void *context, const staffing_record_ref *record);
} staffing_record_ref_sink;

typedef struct staffing_records {
    /* [worker] Reads many records at once. */
    staffing_status(STAFFING_CALL *get)(const staffing_host *host, const staffing_record_ref *records,
                                        uint64_t record_count, const staffing_record_sink *sink,
                                        const staffing_error_sink *error);

    /* [worker] Finds the records that have this number (E.164) among their contact methods, however it was typed,
     * including inactive records. Finding none is a valid answer. */
    staffing_status(STAFFING_CALL *find_by_phone)(const staffing_host *host, const staffing_string *number,
                                                  const staffing_record_ref_sink *sink,
                                                  const staffing_error_sink *error);

    /* [worker] Replaces the value of a contact method if it is still old_value (as typed, byte for byte), so that
     * nobody's change is lost. NOT_FOUND when the record or the method is gone, PERMISSION_DENIED when the logged-in
     * user may not do it, REFUSED when the value has changed meanwhile or the host does not accept the new one. */
    staffing_status(STAFFING_CALL *update_method)(const staffing_host *host, const staffing_record_ref *record,
                                                  int64_t method_id, const staffing_string *old_value,
                                                  const staffing_string *new_value,
                                                  const staffing_error_sink *error);
} staffing_records;

STAFFING_END_DECLS

#endif
