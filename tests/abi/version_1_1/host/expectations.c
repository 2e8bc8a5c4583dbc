#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "host.h"

static pthread_t main_thread;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of what follows */
static const staffing_host* the_host;
static int must_be_quiet;
static int broken_count;

typedef struct line {
    const char* what;
    char* words;
    int number;
} line;

static line* lines;
static int line_count;

void this_is_the_main_thread(void) {
    main_thread = pthread_self();
}

int is_on_main_thread(void) {
    return pthread_equal(main_thread, pthread_self()) != 0;
}

void broken(const char* format, ...) {
    va_list values;
    va_start(values, format);
    pthread_mutex_lock(&lock);
    ++broken_count;
    fputs("BROKEN: ", stderr);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    pthread_mutex_unlock(&lock);
    va_end(values);
}

int expectations_broken(void) {
    pthread_mutex_lock(&lock);
    const int count = broken_count;
    pthread_mutex_unlock(&lock);
    return count;
}

void remember(const char* what, const char* format, ...) {
    va_list values;
    char buffer[20000];
    va_start(values, format);
    vsnprintf(buffer, sizeof buffer, format, values);
    va_end(values);
    pthread_mutex_lock(&lock);
    int is_known = 0;
    for (int at = 0; at < line_count && strcmp(what, "used") == 0; ++at)
        is_known |= strcmp(lines[at].what, what) == 0 && strcmp(lines[at].words, buffer) == 0;
    line* more = is_known ? NULL : realloc(lines, sizeof *lines * ((size_t)line_count + 1));
    char* words = is_known ? NULL : malloc(strlen(buffer) + 1);
    if (more != NULL) lines = more;
    if (more != NULL && words != NULL) {
        strcpy(words, buffer);
        lines[line_count] = (line){what, words, line_count};
        ++line_count;
        words = NULL;
    }
    free(words);
    pthread_mutex_unlock(&lock);
}

static int compare(const void* a, const void* b) {
    const line *first = a, *second = b;
    int order = strcmp(first->what, second->what);
    if (order == 0 && strcmp(first->what, "used") == 0) order = strcmp(first->words, second->words);
    return order != 0 ? order : first->number - second->number;
}

void say_what_was_remembered(void) {
    if (line_count > 0) qsort(lines, (size_t)line_count, sizeof *lines, compare);
    for (int at = 0; at < line_count; ++at) {
        printf("%s: %s\n", lines[at].what, lines[at].words);
        free(lines[at].words);
    }
    free(lines);
    lines = NULL;
    line_count = 0;
}

void host_is(const staffing_host* host) {
    the_host = host;
}

void plugin_is_quiet(int is_quiet) {
    pthread_mutex_lock(&lock);
    must_be_quiet = is_quiet;
    pthread_mutex_unlock(&lock);
}

void enter(const staffing_host* host, const char* function, thread_tag tag) {
    pthread_mutex_lock(&lock);
    const int is_silent = must_be_quiet;
    pthread_mutex_unlock(&lock);
    if (host != the_host) broken("%s was called with another pointer than the host's.", function);
    if (is_silent) broken("%s was called after deactivate had returned.", function);
    if (tag == MAIN_THREAD && !is_on_main_thread()) broken("%s was called on a worker thread.", function);
    if (tag == WORKER && is_on_main_thread()) broken("%s was called on the main thread.", function);
    remember("used", "%s", function);
}

int is_whole(const char* what, const staffing_string* given) {
    if (given != NULL && (given->data != NULL || given->size == 0)) return 1;
    broken("%s is no string.", what);
    return 0;
}
