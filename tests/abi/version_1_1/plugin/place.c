#include "plugin.h"

void place_open(place* at, const staffing_host* host, const staffing_clock* clock) {
    *at = (place){.host = host, .clock = clock};
    pthread_mutex_init(&at->lock, NULL);
    pthread_cond_init(&at->changed, NULL);
    if (clock != NULL && clock->open_waiter(host, &at->waiter) != STAFFING_STATUS_OK) at->clock = NULL;
}

void place_wait(place* at) {
    if (at->clock != NULL) {
        at->clock->wait_until(at->host, at->waiter, STAFFING_CLOCK_NO_DEADLINE);
        return;
    }
    pthread_mutex_lock(&at->lock);
    while (!at->woken)
        pthread_cond_wait(&at->changed, &at->lock);
    at->woken = 0;
    pthread_mutex_unlock(&at->lock);
}

void place_wake(place* at) {
    if (at->clock != NULL) {
        at->clock->wake(at->host, at->waiter);
        return;
    }
    pthread_mutex_lock(&at->lock);
    at->woken = 1;
    pthread_cond_signal(&at->changed);
    pthread_mutex_unlock(&at->lock);
}

void place_close(place* at) {
    if (at->clock != NULL) at->clock->close_waiter(at->host, at->waiter);
    pthread_cond_destroy(&at->changed);
    pthread_mutex_destroy(&at->lock);
}
