/* Extension of the host: how much time has passed, whatever is done to the clock that people see. A host that
 * has none leaves the plug-in to the system's steady clock; one that moves time itself (a test) gives this
 * one beside staffing.clock, so that an hour that it lets pass has passed here too, and a clock that it
 * corrects has not. When such a host corrects its clock, it ends the waits of staffing.clock as a wake does,
 * or the next ones: a deadline on that clock is another one then. */
#ifndef STAFFING_EXT_MONOTONIC_CLOCK_H
#define STAFFING_EXT_MONOTONIC_CLOCK_H

#include "staffing/host.h"

STAFFING_BEGIN_DECLS

/* Since 1.2. */
#define STAFFING_EXT_MONOTONIC_CLOCK "staffing.monotonic_clock/1"

typedef struct staffing_monotonic_clock {
    /* [thread-safe] Milliseconds that have passed since some moment, the same one as long as the host struct
     * lives. Never less than it said before. May stand still while the computer sleeps. */
    int64_t(STAFFING_CALL* elapsed_milliseconds)(const staffing_host* host);
} staffing_monotonic_clock;

STAFFING_END_DECLS

#endif
