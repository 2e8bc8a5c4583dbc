/* The version of the contract. Major versions must match; a newer minor version or patch is never refused. */
#ifndef STAFFING_VERSION_H
#define STAFFING_VERSION_H

#include "staffing/call.h"

STAFFING_BEGIN_DECLS

/* Frozen: never grows. */
typedef struct staffing_version {
    uint32_t major;
    uint32_t minor;
    uint32_t patch;
    uint32_t reserved; /* 0 */
} staffing_version;

#define STAFFING_VERSION_MAJOR 1u
#define STAFFING_VERSION_MINOR 2u
#define STAFFING_VERSION_PATCH 0u

STAFFING_END_DECLS

#endif
