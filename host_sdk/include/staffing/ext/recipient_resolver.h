/* Extension of the plug-in: which number of a record would be texted, or why none. For grids that show the red ! by
 * themselves. Asynchronous, cancellable, with partial results. */
#ifndef STAFFING_EXT_RECIPIENT_RESOLVER_H
#define STAFFING_EXT_RECIPIENT_RESOLVER_H

#include "staffing/plugin.h"
#include "staffing/record.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_RECIPIENT_RESOLVER "staffing.recipient_resolver/1"

typedef int32_t staffing_verdict;

#define STAFFING_VERDICT_UNSPECIFIED ((staffing_verdict)0)
#define STAFFING_VERDICT_OK ((staffing_verdict)1)
#define STAFFING_VERDICT_EXTENSION_DROPPED ((staffing_verdict)2) /* usable: the extension cannot be texted */
#define STAFFING_VERDICT_SHARES_NUMBER ((staffing_verdict)3)     /* usable: an earlier record has the same number */
#define STAFFING_VERDICT_MISSING ((staffing_verdict)4)
#define STAFFING_VERDICT_NOT_A_NUMBER ((staffing_verdict)5)
#define STAFFING_VERDICT_TOO_SHORT ((staffing_verdict)6)
#define STAFFING_VERDICT_TOO_LONG ((staffing_verdict)7)
#define STAFFING_VERDICT_NOT_IN_SERVICE ((staffing_verdict)8)
#define STAFFING_VERDICT_CANNOT_RECEIVE ((staffing_verdict)9) /* toll-free, premium, a landline ... */
#define STAFFING_VERDICT_RECORD_GONE ((staffing_verdict)10)
#define STAFFING_VERDICT_LOCAL_ONLY ((staffing_verdict)11) /* the area code is missing */
#define STAFFING_VERDICT_OPTED_OUT ((staffing_verdict)12)     /* since 1.1: asked not to be texted */
#define STAFFING_VERDICT_OUTSIDE_HOURS ((staffing_verdict)13) /* since 1.1; usable: a text waits until it is day there */

typedef struct staffing_resolution_request {
    uint32_t struct_size;
    uint32_t reserved;                  /* 0 */
    const staffing_record_ref *records; /* copied before start returns */
    uint64_t record_count;
} staffing_resolution_request;

typedef struct staffing_recipient {
    uint32_t struct_size;
    staffing_verdict verdict;
    staffing_record_ref record;
    int64_t method_id; /* of the chosen contact method; 0: none */
    staffing_contact_method_type method_type;
    int32_t can_text;       /* 1 or 0: the verdict in short, for hosts that do not know all of them */
    staffing_string name;   /* of the record */
    staffing_string number; /* E.164; empty unless can_text */
    staffing_string reason; /* a sentence for people; empty when all is well */
} staffing_recipient;

/* Receives the results of a resolution. start copies the struct; what context points to must be valid until complete
 * has returned. Both functions are called on a thread of the plug-in, one at a time; they may call start and cancel,
 * and nothing else of the plug-in. */
typedef struct staffing_resolution_listener {
    uint32_t struct_size;
    uint32_t reserved; /* 0 */
    void *context;

    /* [worker] The next recipients, in the order of the request; valid until it returns. When complete reports OK, all
     * have come: one for each record, even for one that the request names twice. */
    void(STAFFING_CALL *partial)(void *context, const staffing_recipient *const *recipients, uint64_t count);

    /* [worker] Called exactly once for each successful start, after the last partial: OK, CANCELLED (also when the
     * plug-in is deactivated meanwhile: then before deactivate returns), or what went wrong, with a text. */
    void(STAFFING_CALL *complete)(void *context, staffing_status status, const staffing_string *message);
} staffing_resolution_listener;

typedef struct staffing_recipient_resolver {
    /* [thread-safe] Starts a resolution and writes its id to *job_id before the first call of the listener. On
     * failure the listener is never called. */
    staffing_status(STAFFING_CALL *start)(const staffing_plugin *plugin,
                                          const staffing_resolution_request *request,
                                          const staffing_resolution_listener *listener, uint64_t *job_id,
                                          const staffing_error_sink *error);

    /* [thread-safe] Asks a resolution to end; complete is still called. NOT_FOUND when it has already ended. */
    staffing_status(STAFFING_CALL *cancel)(const staffing_plugin *plugin, uint64_t job_id);
} staffing_recipient_resolver;

STAFFING_END_DECLS

#endif
