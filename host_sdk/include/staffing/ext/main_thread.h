/* Extension of the host: work for the main thread. */
#ifndef STAFFING_EXT_MAIN_THREAD_H
#define STAFFING_EXT_MAIN_THREAD_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_MAIN_THREAD "staffing.main_thread/1"

typedef struct staffing_task {
    void *context; /* OWNERSHIP: the plug-in's; the host neither copies nor frees what it points to */

    /* [main-thread] Called once and later, never inside a call of the plug-in into the host. Not called after
     * deactivate has returned. */
    void(STAFFING_CALL *run)(void *context);
} staffing_task;

typedef struct staffing_main_thread {
    /* [thread-safe] Puts a copy of a task at the end of the main thread's queue. If the answer is not OK, it is not
     * run. */
    staffing_status(STAFFING_CALL *post)(const staffing_host *host, const staffing_task *task,
                                         const staffing_error_sink *error);
} staffing_main_thread;

STAFFING_END_DECLS

#endif
