/* Strings of the contract: making, taking and checking them. */
#ifndef TEXT_H
#define TEXT_H

#include "staffing/status.h"

/* A view of a C string. */
staffing_string text(const char *words);

/* Whether both have the same size and bytes. */
int is_equal(const staffing_string *a, const char *b);

/* Whether the string is valid: it has data if it has a size, and is UTF-8. */
staffing_status check_text(const staffing_string *given, const staffing_error_sink *error);

/* Prints a line: the prefix, then the string. */
void print(const char *before, const staffing_string *line);

/* Writes an error text to the other side's error sink, if there is one; returns the status. */
staffing_status fail(const staffing_error_sink *error, staffing_status status, const char *words);

/* Keeps as much of the other side's text as there is room for. Each call gets its own sink: {&kept, keep}. */
typedef struct kept_words {
    char text[1024];
} kept_words;

void STAFFING_CALL keep(void *context, const char *data, uint64_t size);

#endif
