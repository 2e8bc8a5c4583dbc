/* Strings. All of them are UTF-8 with an explicit size, without a terminating NUL.
 *
 * In: a staffing_string, by pointer or as a field of a struct. It belongs to the side that made it and is valid until
 * the function that receives it returns; copy it to keep it. {NULL, 0} is the empty string. Bytes that are not valid
 * UTF-8 are refused with STAFFING_STATUS_INVALID_UTF8, and a size above the limit with STAFFING_STATUS_TOO_LARGE.
 *
 * Out: through the caller's staffing_string_sink. Nothing is ever freed across the boundary. */
#ifndef STAFFING_STRING_H
#define STAFFING_STRING_H

#include "staffing/call.h"

STAFFING_BEGIN_DECLS

typedef struct staffing_string {
    const char *data; /* OWNERSHIP: the side that made it, until the call returns. May be NULL when size is 0. */
    uint64_t size;    /* bytes */
} staffing_string;

/* Takes a string from the other side. OWNERSHIP: the caller's, until the call that receives it returns. If nothing is
 * written to it, the string is empty. */
typedef struct staffing_string_sink {
    void *context; /* passed back to write, meaningless to the other side */

    /* [thread-safe] Called at most once, on the thread of the call that received the sink and before that call
     * returns. data is valid until write returns; it is NULL when size is 0. */
    void(STAFFING_CALL *write)(void *context, const char *data, uint64_t size);
} staffing_string_sink;

STAFFING_END_DECLS

#endif
