/* The result of a call. Every function that can fail returns a staffing_status; the text for people goes to the error
 * sink that was passed. Values are never renumbered; a receiver treats an unknown value as
 * STAFFING_STATUS_INTERNAL_ERROR. Any function may answer with any of them; where a comment names some, they have that
 * meaning there. */
#ifndef STAFFING_STATUS_H
#define STAFFING_STATUS_H

#include "staffing/string.h"

STAFFING_BEGIN_DECLS

typedef int32_t staffing_status;

#define STAFFING_STATUS_UNSPECIFIED ((staffing_status)0)       /* never returned: a zeroed status is not success */
#define STAFFING_STATUS_OK ((staffing_status)1)
#define STAFFING_STATUS_INVALID_ARGUMENT ((staffing_status)2)  /* NULL for a required value, out of range */
#define STAFFING_STATUS_INVALID_UTF8 ((staffing_status)3)
#define STAFFING_STATUS_STRUCT_TOO_SMALL ((staffing_status)4)  /* struct_size below the first version's */
#define STAFFING_STATUS_WRONG_THREAD ((staffing_status)5)
#define STAFFING_STATUS_WRONG_STATE ((staffing_status)6)       /* not at this point of the life cycle */
#define STAFFING_STATUS_NOT_FOUND ((staffing_status)7)         /* no such record, item, dialog, account … */
#define STAFFING_STATUS_NOT_SUPPORTED ((staffing_status)8)     /* the other side lacks what this needs */
#define STAFFING_STATUS_NOT_LOGGED_IN ((staffing_status)9)
#define STAFFING_STATUS_PERMISSION_DENIED ((staffing_status)10)
#define STAFFING_STATUS_CANCELLED ((staffing_status)11)
#define STAFFING_STATUS_UNAVAILABLE ((staffing_status)12)      /* not now; the same call may succeed later */
#define STAFFING_STATUS_REFUSED ((staffing_status)13)          /* a rule forbids it; the error text says which */
#define STAFFING_STATUS_VERSION_MISMATCH ((staffing_status)14)
#define STAFFING_STATUS_TOO_LARGE ((staffing_status)15)
#define STAFFING_STATUS_INTERNAL_ERROR ((staffing_status)16)   /* a defect of the side that returns it */

/* Takes the text of an error: what happened, to whom, and what to do. It is written only when the status is not OK. It
 * is for people: never parse it. A caller that does not want the text passes NULL instead of an error sink. */
typedef staffing_string_sink staffing_error_sink;

STAFFING_END_DECLS

#endif
