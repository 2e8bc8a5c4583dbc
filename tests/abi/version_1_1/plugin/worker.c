#include <stdlib.h>

#include "plugin.h"

static void do_job(notes* self, job* done) {
    pthread_mutex_lock(&self->lock);
    const int is_cancelled = done->is_cancelled || self->is_stopping;
    pthread_mutex_unlock(&self->lock);

    if (done->kind == JOB_NOTE) write_note(self, done);
    if (done->kind == JOB_RESOLVE) resolve(self, done, is_cancelled);

    pthread_mutex_lock(&self->lock);
    self->current = NULL;
    if (done->kind == JOB_MARK) {
        *done->is_done = 1;
        place_wake(
            done->reached); /* under the lock: who waits takes its place away once it has seen is_done */
    }
    pthread_mutex_unlock(&self->lock);
    free(done->records);
    free(done);
}

static job* next_job(notes* self) {
    pthread_mutex_lock(&self->lock);
    job* next = self->first;
    if (next != NULL) self->first = next->next;
    self->current = next;
    pthread_mutex_unlock(&self->lock);
    return next;
}

static void* work(void* context) {
    notes* self = context;
    int is_stopping = 0;
    while (!is_stopping) {
        place_wait(&self->worker_place);
        pthread_mutex_lock(&self->lock);
        is_stopping = self->is_stopping;
        pthread_mutex_unlock(&self->lock);
        for (job* next = next_job(self); next != NULL; next = next_job(self))
            do_job(self, next);
    }
    return NULL;
}

int start_worker(notes* self) {
    self->is_stopping = 0;
    place_open(&self->worker_place, self->host, self->clock);
    if (pthread_create(&self->worker, NULL, work, self) == 0) return 1;
    place_close(&self->worker_place);
    return 0;
}

void stop_worker(notes* self) {
    pthread_mutex_lock(&self->lock);
    self->is_stopping = 1;
    pthread_mutex_unlock(&self->lock);
    place_wake(&self->worker_place);
    pthread_join(self->worker, NULL);
    place_close(&self->worker_place);
}

uint64_t add_job(notes* self, job* added, uint64_t* id) {
    pthread_mutex_lock(&self->lock);
    added->id = ++self->last_job_id;
    const uint64_t given = added->id; /* added is the worker's as soon as the lock is free */
    if (id != NULL) *id = given;
    job** end = &self->first;
    while (*end != NULL)
        end = &(*end)->next;
    *end = added;
    pthread_mutex_unlock(&self->lock);
    place_wake(&self->worker_place);
    return given;
}

void wait_for_jobs(notes* self) {
    job* mark = calloc(1, sizeof *mark);
    if (mark == NULL) return;
    place here;
    int is_done = 0;
    place_open(&here, self->host, self->clock);
    mark->kind = JOB_MARK;
    mark->reached = &here;
    mark->is_done = &is_done;
    add_job(self, mark, NULL);
    for (int seen = 0; !seen;) {
        place_wait(&here);
        pthread_mutex_lock(&self->lock);
        seen = is_done;
        pthread_mutex_unlock(&self->lock);
    }
    place_close(&here);
}

int cancel_job(notes* self, uint64_t id) {
    int found = 0;
    pthread_mutex_lock(&self->lock);
    if (self->current != NULL && self->current->id == id) found = self->current->is_cancelled = 1;
    for (job* at = self->first; at != NULL; at = at->next) {
        if (at->id == id) found = at->is_cancelled = 1;
    }
    pthread_mutex_unlock(&self->lock);
    return found;
}
