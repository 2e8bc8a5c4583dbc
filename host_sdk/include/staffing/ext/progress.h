/* Extension of the host: the progress of something that takes long. */
#ifndef STAFFING_EXT_PROGRESS_H
#define STAFFING_EXT_PROGRESS_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_PROGRESS "staffing.progress/1"

typedef struct staffing_progress_start {
    uint32_t struct_size;
    int32_t can_cancel; /* 1: the person can cancel; else 0 */
    uint64_t total;     /* steps; 0: not known */
    staffing_string title;
} staffing_progress_start;

typedef struct staffing_progress {
    /* [thread-safe] Shows a progress display and writes its id to *progress_id. */
    staffing_status(STAFFING_CALL *begin)(const staffing_host *host, const staffing_progress_start *start,
                                          uint64_t *progress_id, const staffing_error_sink *error);

    /* [thread-safe] Reports how many steps are done, and as text what is going on (may be empty). Writes 1 to
     * *is_cancelled when the person asked to cancel, else 0. NOT_FOUND for one that has ended. */
    staffing_status(STAFFING_CALL *update)(const staffing_host *host, uint64_t progress_id, uint64_t done,
                                           const staffing_string *detail, int32_t *is_cancelled,
                                           const staffing_error_sink *error);

    /* [thread-safe] Ends it, with the outcome as text; the id is never reused. */
    staffing_status(STAFFING_CALL *end)(const staffing_host *host, uint64_t progress_id,
                                        const staffing_string *outcome, const staffing_error_sink *error);
} staffing_progress;

STAFFING_END_DECLS

#endif
