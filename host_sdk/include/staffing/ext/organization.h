/* Extension of the host: the names of its branches and service reps. The plug-in knows their ids, and shows these names
 * to people; where there is none, it shows the id. */
#ifndef STAFFING_EXT_ORGANIZATION_H
#define STAFFING_EXT_ORGANIZATION_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

/* Since 1.2. */
#define STAFFING_EXT_ORGANIZATION "staffing.organization/1"

typedef struct staffing_organization {
    /* [worker] Writes the name of a branch, even if it is closed: "Memphis NE". NOT_FOUND when there is none. */
    staffing_status(STAFFING_CALL *branch_name)(const staffing_host *host, int64_t branch_id,
                                                const staffing_string_sink *name,
                                                const staffing_error_sink *error);

    /* [worker] Writes the name of a service rep, even after they left: "Ann Poe". NOT_FOUND when there is none. */
    staffing_status(STAFFING_CALL *rep_name)(const staffing_host *host, int64_t rep_id,
                                             const staffing_string_sink *name, const staffing_error_sink *error);
} staffing_organization;

STAFFING_END_DECLS

#endif
