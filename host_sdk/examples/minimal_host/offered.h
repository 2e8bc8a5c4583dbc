/* What this host offers to plug-ins. */
#ifndef OFFERED_H
#define OFFERED_H

#include "staffing/host.h"
#include "staffing/record.h"

/* The only record, Ana Novak. */
extern const staffing_record_ref ana;

/* The table of an extension, or NULL when there is none with exactly this id. */
const void *STAFFING_CALL get_extension(const staffing_host *host, const staffing_string *id);

#endif
