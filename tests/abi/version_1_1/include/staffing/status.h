/* How a call went. Every function that can fail returns a staffing_status; the words for people go to the
 * error sink that it was given. Values are never renumbered; a receiver treats a value that it does not know as
 * STAFFING_STATUS_INTERNAL_ERROR. Any function may answer any of them; where a comment names some, those have that
 * meaning there. */
#ifndef STAFFING_STATUS_H
#define STAFFING_STATUS_H

#include "staffing/string.h"

STAFFING_BEGIN_DECLS

typedef int32_t staffing_status;

#define STAFFING_STATUS_UNSPECIFIED ((staffing_status)0)       /* never returned: a zeroed status is no success */
#define STAFFING_STATUS_OK ((staffing_status)1)
#define STAFFING_STATUS_INVALID_ARGUMENT ((staffing_status)2)  /* NULL where a value is needed, out of range */
#define STAFFING_STATUS_INVALID_UTF8 ((staffing_status)3)
#define STAFFING_STATUS_STRUCT_TOO_SMALL ((staffing_status)4)  /* struct_size below the first version's */
#define STAFFING_STATUS_WRONG_THREAD ((staffing_status)5)
#define STAFFING_STATUS_WRONG_STATE ((staffing_status)6)       /* not at this point of the life */
#define STAFFING_STATUS_NOT_FOUND ((staffing_status)7)         /* no such record, item, dialog, account … */
#define STAFFING_STATUS_NOT_SUPPORTED ((staffing_status)8)     /* the other side lacks what this needs */
#define STAFFING_STATUS_NOT_LOGGED_IN ((staffing_status)9)
#define STAFFING_STATUS_PERMISSION_DENIED ((staffing_status)10)
#define STAFFING_STATUS_CANCELLED ((staffing_status)11)
#define STAFFING_STATUS_UNAVAILABLE ((staffing_status)12)      /* not now; the same call may succeed later */
#define STAFFING_STATUS_REFUSED ((staffing_status)13)          /* a rule forbids it; the words say which */
#define STAFFING_STATUS_VERSION_MISMATCH ((staffing_status)14)
#define STAFFING_STATUS_TOO_LARGE ((staffing_status)15)
#define STAFFING_STATUS_INTERNAL_ERROR ((staffing_status)16)   /* a defect of the side that returns it */

/* Takes the words of an error: what happened, to whom, and what to do. Written to only
 * when the status is not OK, and for people: never to be parsed. A NULL pointer where an error sink is asked for means
 * that the caller does not want the words. */
typedef staffing_string_sink staffing_error_sink;

STAFFING_END_DECLS

#endif
