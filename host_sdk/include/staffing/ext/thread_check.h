/* Extension of the host: which thread this is. */
#ifndef STAFFING_EXT_THREAD_CHECK_H
#define STAFFING_EXT_THREAD_CHECK_H

#include "staffing/host.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_THREAD_CHECK "staffing.thread_check/1"

typedef struct staffing_thread_check {
    /* [thread-safe] 1 on the main thread, else 0. */
    int32_t(STAFFING_CALL *is_main_thread)(const staffing_host *host);
} staffing_thread_check;

STAFFING_END_DECLS

#endif
