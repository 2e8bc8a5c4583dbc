/* Strings. All of them are UTF-8 with an explicit size, without a terminating NUL.
 *
 * In: a staffing_string, by pointer or as a field of a struct. It belongs to who made it and is valid until the
 * function that it was given to returns; who wants to keep it copies it. {NULL, 0} is the empty string. Bytes
 * that are not valid UTF-8 are refused with STAFFING_STATUS_INVALID_UTF8, a size that is more than is wanted with
 * STAFFING_STATUS_TOO_LARGE.
 *
 * Out: through the caller's staffing_string_sink. Nothing is ever freed across the boundary. */
#ifndef STAFFING_STRING_H
#define STAFFING_STRING_H

#include "staffing/call.h"

STAFFING_BEGIN_DECLS

typedef struct staffing_string {
    const char *data; /* OWNERSHIP: who made it, until the call returns. May be NULL when size is 0. */
    uint64_t size;    /* bytes */
} staffing_string;

/* Takes a string from the other side. OWNERSHIP: the caller's, until the call that it was given to returns.
 * Never written to: the empty string. */
typedef struct staffing_string_sink {
    void *context; /* passed back to write, meaningless to the other side */

    /* [thread-safe] Called at most once, on the thread of the call that the sink was given to and before that
     * call returns. data is valid until write returns; it is NULL when size is 0. */
    void(STAFFING_CALL *write)(void *context, const char *data, uint64_t size);
} staffing_string_sink;

STAFFING_END_DECLS

#endif
