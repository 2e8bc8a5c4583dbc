#include <pthread.h>
#include <time.h>

#include "host.h"

/* The system's time. */

enum { MOST_WAITERS = 64 };

typedef struct waiter {
    int is_open;
    int is_woken;
    pthread_cond_t changed;
} waiter;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static waiter waiters[MOST_WAITERS + 1]; /* by id; the first is not used */
static uint64_t last_id;

static int64_t STAFFING_CALL now_milliseconds(const staffing_host* host) {
    struct timespec now;
    enter(host, "clock.now_milliseconds", ANY_THREAD);
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static staffing_status STAFFING_CALL open_waiter(const staffing_host* host, uint64_t* waiter_id) {
    enter(host, "clock.open_waiter", ANY_THREAD);
    if (waiter_id == NULL) return STAFFING_STATUS_INVALID_ARGUMENT;
    pthread_mutex_lock(&lock);
    const int has_room = last_id < MOST_WAITERS;
    if (has_room) {
        *waiter_id = ++last_id;
        waiters[last_id].is_open = 1;
        pthread_cond_init(&waiters[last_id].changed, NULL);
    }
    pthread_mutex_unlock(&lock);
    if (!has_room) broken("More than %d waiters were opened.", MOST_WAITERS);
    return has_room ? STAFFING_STATUS_OK : STAFFING_STATUS_UNAVAILABLE;
}

/* With the lock held. */
static waiter* find(uint64_t waiter_id) {
    return waiter_id != 0 && waiter_id <= last_id && waiters[waiter_id].is_open ? &waiters[waiter_id] : NULL;
}

static staffing_status STAFFING_CALL wait_until(const staffing_host* host, uint64_t waiter_id,
                                                int64_t deadline) {
    enter(host, "clock.wait_until", WORKER);
    const struct timespec until = {(time_t)(deadline / 1000), (long)(deadline % 1000) * 1000000};
    pthread_mutex_lock(&lock);
    waiter* here = find(waiter_id);
    int is_over = here == NULL;
    while (!is_over && !here->is_woken) {
        if (deadline == STAFFING_CLOCK_NO_DEADLINE) {
            pthread_cond_wait(&here->changed, &lock);
        } else {
            is_over = deadline <= 0 || pthread_cond_timedwait(&here->changed, &lock, &until) != 0;
        }
    }
    if (here != NULL) here->is_woken = 0;
    pthread_mutex_unlock(&lock);
    return here == NULL ? STAFFING_STATUS_NOT_FOUND : STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL wake(const staffing_host* host, uint64_t waiter_id) {
    enter(host, "clock.wake", ANY_THREAD);
    pthread_mutex_lock(&lock);
    waiter* there = find(waiter_id);
    if (there != NULL) {
        there->is_woken = 1;
        pthread_cond_signal(&there->changed);
    }
    pthread_mutex_unlock(&lock);
    return there == NULL ? STAFFING_STATUS_NOT_FOUND : STAFFING_STATUS_OK;
}

static staffing_status STAFFING_CALL close_waiter(const staffing_host* host, uint64_t waiter_id) {
    enter(host, "clock.close_waiter", ANY_THREAD);
    pthread_mutex_lock(&lock);
    waiter* closed = find(waiter_id);
    if (closed != NULL) {
        closed->is_open = 0;
        pthread_cond_destroy(&closed->changed);
    }
    pthread_mutex_unlock(&lock);
    return closed == NULL ? STAFFING_STATUS_NOT_FOUND : STAFFING_STATUS_OK;
}

int waiters_open(void) {
    int count = 0;
    pthread_mutex_lock(&lock);
    for (uint64_t at = 1; at <= last_id; ++at)
        count += waiters[at].is_open;
    pthread_mutex_unlock(&lock);
    return count;
}

const staffing_clock clock_table = {now_milliseconds, open_waiter, wait_until, wake, close_waiter};
