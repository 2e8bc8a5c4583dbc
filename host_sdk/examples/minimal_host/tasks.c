#define _POSIX_C_SOURCE 200809L /* pthreads and clock_gettime beside C11 */
#include "tasks.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "text.h"

typedef struct queued_task {
    staffing_task task;
    struct queued_task *next;
} queued_task;

static pthread_t main_thread;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static queued_task *first;
static queued_task **end = &first;

void begin_main_thread(void) {
    main_thread = pthread_self();
}

static int32_t STAFFING_CALL is_main_thread(const staffing_host *host) {
    (void)host;
    return pthread_equal(pthread_self(), main_thread) ? 1 : 0;
}

/* Called on any thread. Never runs the task itself, because the plug-in is inside this call. */
static staffing_status STAFFING_CALL post(const staffing_host *host, const staffing_task *task,
                                          const staffing_error_sink *error) {
    if (host == NULL || task == NULL || task->run == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "NULL was given instead of a task.");
    queued_task *const queued = malloc(sizeof *queued);
    if (queued == NULL) return fail(error, STAFFING_STATUS_UNAVAILABLE, "The host has no memory left.");
    *queued = (queued_task){*task, NULL}; /* copied; what its context points to stays the plug-in's */
    pthread_mutex_lock(&lock);
    *end = queued;
    end = &queued->next;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return STAFFING_STATUS_OK;
}

const staffing_main_thread main_thread_table = {post};
const staffing_thread_check thread_check_table = {is_main_thread};

/* Takes the first task off the queue, waiting for one until the given time; NULL when none came. */
static queued_task *next_task(const struct timespec *until) {
    pthread_mutex_lock(&lock);
    while (first == NULL && pthread_cond_timedwait(&changed, &lock, until) == 0) {
    }
    queued_task *const taken = first;
    if (taken != NULL) first = taken->next;
    if (first == NULL) end = &first;
    pthread_mutex_unlock(&lock);
    return taken;
}

void run_tasks(long milliseconds) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += milliseconds * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    for (queued_task *next; (next = next_task(&until)) != NULL; free(next))
        next->task.run(next->task.context);
}

void drop_tasks(void) {
    const struct timespec long_ago = {0, 0};
    for (queued_task *next; (next = next_task(&long_ago)) != NULL;)
        free(next);
}
