/* Strings of the contract: making them, taking them, and looking at those that come in. */
#ifndef TEXT_H
#define TEXT_H

#include "staffing/status.h"

/* A view of a C string. */
staffing_string text(const char *words);

/* Whether both have the same bytes, and as many of them. */
int is_equal(const staffing_string *a, const char *b);

/* Whether the string can be believed: data where there is a size, and UTF-8. */
staffing_status check_text(const staffing_string *given, const staffing_error_sink *error);

/* Prints a line: the words, then the string. */
void print(const char *before, const staffing_string *line);

/* Gives words to the other side's error sink, if it brought one; returns the status. */
staffing_status fail(const staffing_error_sink *error, staffing_status status, const char *words);

/* Where to put what the other side says; as much of it as there is room for is kept. Each call gets a sink of
 * its own: {&kept, keep}. */
typedef struct kept_words {
    char text[1024];
} kept_words;

void STAFFING_CALL keep(void *context, const char *data, uint64_t size);

#endif
