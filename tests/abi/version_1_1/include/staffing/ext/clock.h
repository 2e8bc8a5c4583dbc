/* Extension of the host: the time. A host that has none leaves the plug-in to the system's clock; a host
 * that moves time itself (a test) gives this one, and then the plug-in reads the time and waits nowhere else.
 * A waiter is one thread's place to wait in.
 * Since a waiter is opened before its thread starts, such a host knows when all are waiting, hence when the
 * plug-in has nothing left to do at this time. */
#ifndef STAFFING_EXT_CLOCK_H
#define STAFFING_EXT_CLOCK_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_CLOCK "staffing.clock/1"

/* A deadline that never comes. */
#define STAFFING_CLOCK_NO_DEADLINE INT64_MAX

typedef struct staffing_clock {
    /* [thread-safe] Milliseconds since 1970-01-01T00:00:00Z. */
    int64_t(STAFFING_CALL *now_milliseconds)(const staffing_host *host);

    /* [thread-safe] Makes a waiter and writes its id, which is not used again, to *waiter_id. */
    staffing_status(STAFFING_CALL *open_waiter)(const staffing_host *host, uint64_t *waiter_id);

    /* [worker] Blocks the calling thread until the deadline or a wake; OK for both. One thread at a time for each
     * waiter. */
    staffing_status(STAFFING_CALL *wait_until)(const staffing_host *host, uint64_t waiter_id,
                                               int64_t deadline_milliseconds);

    /* [thread-safe] Ends the wait that is going on; without one, the next ends at once. */
    staffing_status(STAFFING_CALL *wake)(const staffing_host *host, uint64_t waiter_id);

    /* [thread-safe] Forgets a waiter in which no thread waits. */
    staffing_status(STAFFING_CALL *close_waiter)(const staffing_host *host, uint64_t waiter_id);
} staffing_clock;

STAFFING_END_DECLS

#endif
