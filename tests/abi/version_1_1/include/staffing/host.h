/* The host, as a plug-in sees it. */
#ifndef STAFFING_HOST_H
#define STAFFING_HOST_H

#include "staffing/status.h"
#include "staffing/version.h"

STAFFING_BEGIN_DECLS

typedef struct staffing_host staffing_host;

struct staffing_host {
    uint32_t struct_size;
    uint32_t reserved;        /* 0 */
    staffing_version version; /* of the contract that the host was built with */
    void *host_data;          /* the host's own; not for the plug-in */
    staffing_string name;     /* "Mock Host"; all strings here live as long as the host struct */
    staffing_string vendor;
    staffing_string host_version; /* of the application, as people write it */

    /* [main-thread] The table of an extension of the host, e.g. STAFFING_EXT_RECORDS, or NULL when the host has
     * none by exactly this id. To be called from the plug-in's init only; the functions of the table from then
     * until deactivate returns, or until destroy does when it was never activated. OWNERSHIP: the host's, valid
     * until destroy returns. */
    const void *(STAFFING_CALL *get_extension)(const staffing_host *host, const staffing_string *extension_id);
};

STAFFING_END_DECLS

#endif
