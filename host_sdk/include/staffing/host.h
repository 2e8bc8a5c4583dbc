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
    staffing_string name;     /* "Mock Host"; all strings here are valid as long as the host struct */
    staffing_string vendor;
    staffing_string host_version; /* of the application, as people write it */

    /* [main-thread] Returns the table of an extension of the host, such as STAFFING_EXT_RECORDS, or NULL when the
     * host has none with exactly this id. Call it only from the plug-in's init. Call the functions of the table from
     * then until deactivate returns, or, if the plug-in was never activated, until destroy returns. OWNERSHIP: the
     * host's, valid until destroy returns. */
    const void *(STAFFING_CALL *get_extension)(const staffing_host *host, const staffing_string *extension_id);
};

STAFFING_END_DECLS

#endif
