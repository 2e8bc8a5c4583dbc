/* What the 1.1 host and the 1.1 plug-in both use. */
#ifndef VERSION_1_1_COMMON_H
#define VERSION_1_1_COMMON_H

#include <stddef.h>
#include <string.h>

#include "staffing/status.h"

/* The size that a growing struct had in its first version: up to the end of its last field then. */
#define FIRST_SIZE(type, last_field) (offsetof(type, last_field) + sizeof(((type*)0)->last_field))

/* Copies of a growing struct what both sides know, the rest is 0. Gives 0 for one smaller than the first version's. */
#define TAKE(type, last_field, from, into) take((from), FIRST_SIZE(type, last_field), (into), sizeof(type))

static inline int take(const void* from, size_t first_size, void* into, size_t known_size) {
    uint32_t size = 0;
    memcpy(&size, from, sizeof size);
    if (size < first_size) return 0;
    memset(into, 0, known_size);
    memcpy(into, from, size < known_size ? size : known_size);
    return 1;
}

static inline staffing_string text(const char* words) {
    return (staffing_string){words, strlen(words)};
}

static inline int is_text(const staffing_string* given, const char* words) {
    return given->size == strlen(words) && (given->size == 0 || memcmp(given->data, words, given->size) == 0);
}

static inline staffing_status fail(const staffing_error_sink* error, staffing_status status,
                                   const char* words) {
    if (error != NULL && error->write != NULL) error->write(error->context, words, strlen(words));
    return status;
}

/* A sink that keeps the first 8191 bytes, and counts how often it was written to. */
typedef struct answer {
    char text[8192];
    int written;
} answer;

static inline void copy_text(char* into, size_t room, const char* data, uint64_t size) {
    const size_t taken = size < room ? (size_t)size : room - 1;
    if (taken > 0) memcpy(into, data, taken);
    into[taken] = '\0';
}

static inline void keep(void* context, const char* data, uint64_t size) {
    answer* kept = context;
    ++kept->written;
    copy_text(kept->text, sizeof kept->text, data, size);
}

#endif
