/* Extension of the host: its log. */
#ifndef STAFFING_EXT_LOG_H
#define STAFFING_EXT_LOG_H

#include "staffing/host.h"
#include "staffing/string.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_LOG "staffing.log/1"

typedef int32_t staffing_log_severity;

#define STAFFING_LOG_UNSPECIFIED ((staffing_log_severity)0)
#define STAFFING_LOG_DEBUG ((staffing_log_severity)1)
#define STAFFING_LOG_INFO ((staffing_log_severity)2)
#define STAFFING_LOG_WARNING ((staffing_log_severity)3)
#define STAFFING_LOG_ERROR ((staffing_log_severity)4)
#define STAFFING_LOG_HOST_MISBEHAVING ((staffing_log_severity)5)   /* the host broke the contract */
#define STAFFING_LOG_PLUGIN_MISBEHAVING ((staffing_log_severity)6) /* the plug-in broke the contract */

typedef struct staffing_log {
    /* [thread-safe] Writes one line. The host adds time and source. Never calls back into the plug-in. */
    void(STAFFING_CALL *write)(const staffing_host *host, staffing_log_severity severity,
                               const staffing_string *message);
} staffing_log;

STAFFING_END_DECLS

#endif
