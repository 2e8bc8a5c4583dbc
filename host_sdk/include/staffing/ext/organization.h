/* Extension of the host: what its branches and service reps are called. The plug-in knows them by their ids, and shows
 * these names to people; where there is none, it shows the id. */
#ifndef STAFFING_EXT_ORGANIZATION_H
#define STAFFING_EXT_ORGANIZATION_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

/* Since 1.2. */
#define STAFFING_EXT_ORGANIZATION "staffing.organization/1"

typedef struct staffing_organization {
    /* [worker] Gives the name of a branch, also of one that is closed: "Memphis NE". NOT_FOUND when there is none. */
    staffing_status(STAFFING_CALL *branch_name)(const staffing_host *host, int64_t branch_id,
                                                const staffing_string_sink *name,
                                                const staffing_error_sink *error);

    /* [worker] Gives the name of a service rep, also of one who has left: "Ann Poe". NOT_FOUND when there is none. */
    staffing_status(STAFFING_CALL *rep_name)(const staffing_host *host, int64_t rep_id,
                                             const staffing_string_sink *name, const staffing_error_sink *error);
} staffing_organization;

STAFFING_END_DECLS

#endif
