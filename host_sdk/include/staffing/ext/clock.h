/* Extension of the host: the time. Without it, the plug-in uses the system's clock. A host that moves time itself (a
 * test) offers it, and then the plug-in reads the time and waits only here. A waiter is what one thread waits in. Since
 * a waiter is opened before its thread starts, such a host knows when all threads are waiting, and so when the plug-in
 * has nothing left to do at this time. */
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

    /* [thread-safe] Makes a waiter and writes its id, which is never reused, to *waiter_id. */
    staffing_status(STAFFING_CALL *open_waiter)(const staffing_host *host, uint64_t *waiter_id);

    /* [worker] Blocks the calling thread until the deadline or a wake; OK for both. Only one thread at a time may wait
     * in a waiter. */
    staffing_status(STAFFING_CALL *wait_until)(const staffing_host *host, uint64_t waiter_id,
                                               int64_t deadline_milliseconds);

    /* [thread-safe] Ends the current wait; if there is none, the next wait ends at once. */
    staffing_status(STAFFING_CALL *wake)(const staffing_host *host, uint64_t waiter_id);

    /* [thread-safe] Closes a waiter in which no thread waits. */
    staffing_status(STAFFING_CALL *close_waiter)(const staffing_host *host, uint64_t waiter_id);
} staffing_clock;

STAFFING_END_DECLS

#endif
