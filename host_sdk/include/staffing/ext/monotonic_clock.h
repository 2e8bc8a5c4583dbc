/* Extension of the host: elapsed time, whatever happens to the clock that people see. Without it, the
 * plug-in uses the system's steady clock. A host that moves time itself (a test) offers it beside
 * staffing.clock, so that an hour that it lets pass also passes here, but a correction of its clock does
 * not count. When such a host corrects its clock, it ends the waits of staffing.clock, or else the next
 * ones, as a wake does, because deadlines on that clock have changed. */
#ifndef STAFFING_EXT_MONOTONIC_CLOCK_H
#define STAFFING_EXT_MONOTONIC_CLOCK_H

#include "staffing/host.h"

STAFFING_BEGIN_DECLS

/* Since 1.2. */
#define STAFFING_EXT_MONOTONIC_CLOCK "staffing.monotonic_clock/1"

typedef struct staffing_monotonic_clock {
    /* [thread-safe] Milliseconds since a moment that stays the same as long as the host struct exists.
     * Never goes back. May stop while the computer sleeps. */
    int64_t(STAFFING_CALL* elapsed_milliseconds)(const staffing_host* host);
} staffing_monotonic_clock;

STAFFING_END_DECLS

#endif
