#include <pthread.h>
#include <stdlib.h>

#include "host.h"

typedef struct queued_task {
    staffing_task task;
    struct queued_task* next;
} queued_task;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of what follows */
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static queued_task* first;

static staffing_status STAFFING_CALL post(const staffing_host* host, const staffing_task* task,
                                          const staffing_error_sink* error) {
    enter(host, "main_thread.post", ANY_THREAD);
    if (task == NULL || task->run == NULL)
        return fail(error, STAFFING_STATUS_INVALID_ARGUMENT, "There is no task.");
    queued_task* queued = malloc(sizeof *queued);
    if (queued == NULL) return fail(error, STAFFING_STATUS_UNAVAILABLE, "The host has no memory left.");
    *queued = (queued_task){*task, NULL};
    pthread_mutex_lock(&lock);
    queued_task** end = &first;
    while (*end != NULL)
        end = &(*end)->next;
    *end = queued;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return STAFFING_STATUS_OK;
}

static queued_task* next_task(int is_waiting) {
    pthread_mutex_lock(&lock);
    while (is_waiting && first == NULL)
        pthread_cond_wait(&changed, &lock);
    queued_task* next = first;
    if (next != NULL) first = next->next;
    pthread_mutex_unlock(&lock);
    return next;
}

static void run(queued_task* next) {
    next->task.run(next->task.context);
    free(next);
}

void run_tasks(void) {
    for (queued_task* next = next_task(0); next != NULL; next = next_task(0))
        run(next);
}

void run_next_task(void) {
    run(next_task(1));
}

void drop_tasks(void) {
    for (queued_task* next = next_task(0); next != NULL; next = next_task(0))
        free(next);
}

static int32_t STAFFING_CALL is_main_thread(const staffing_host* host) {
    enter(host, "thread_check.is_main_thread", ANY_THREAD);
    return is_on_main_thread() ? 1 : 0;
}

const staffing_main_thread main_thread_table = {post};
const staffing_thread_check thread_check_table = {is_main_thread};
