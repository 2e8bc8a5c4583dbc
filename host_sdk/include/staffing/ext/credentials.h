/* Extension of the host: a store for passwords, tokens and keys, encrypted at rest. Names are the plug-in's own: the
 * host separates those of different plug-ins. */
#ifndef STAFFING_EXT_CREDENTIALS_H
#define STAFFING_EXT_CREDENTIALS_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_CREDENTIALS "staffing.credentials/1"

typedef struct staffing_credentials {
    /* [worker] Stores a secret (at most 65,536 bytes) under a name (1 to 200 bytes), replacing an earlier one. Answers
     * OK when it is durable. */
    staffing_status(STAFFING_CALL *put)(const staffing_host *host, const staffing_string *name,
                                        const staffing_string *secret, const staffing_error_sink *error);

    /* [worker] Writes the secret of a name; NOT_FOUND when there is none. */
    staffing_status(STAFFING_CALL *get)(const staffing_host *host, const staffing_string *name,
                                        const staffing_string_sink *secret, const staffing_error_sink *error);

    /* [worker] Removes the secret of a name; NOT_FOUND when there is none. */
    staffing_status(STAFFING_CALL *remove)(const staffing_host *host, const staffing_string *name,
                                           const staffing_error_sink *error);
} staffing_credentials;

STAFFING_END_DECLS

#endif
