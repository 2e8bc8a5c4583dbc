/* Extension of the host: short messages to people who may be looking at something else. */
#ifndef STAFFING_EXT_NOTIFICATIONS_H
#define STAFFING_EXT_NOTIFICATIONS_H

#include "staffing/host.h"
#include "staffing/record.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_NOTIFICATIONS "staffing.notifications/1"

typedef int32_t staffing_notification_severity;

#define STAFFING_NOTIFICATION_UNSPECIFIED ((staffing_notification_severity)0)
#define STAFFING_NOTIFICATION_INFO ((staffing_notification_severity)1)
#define STAFFING_NOTIFICATION_WARNING ((staffing_notification_severity)2)
#define STAFFING_NOTIFICATION_ERROR ((staffing_notification_severity)3)

typedef struct staffing_notification {
    uint32_t struct_size;
    staffing_notification_severity severity;
    int64_t rep_id; /* whom it is for; 0: whoever administers the plug-in */
    staffing_string title;
    staffing_string text;
    const staffing_record_ref *records; /* what it is about, to open with a click; may be empty */
    uint64_t record_count;
    staffing_string reply_action_id; /* since 1.2: the menu action of the plug-in with which a person replies to
                                        this, on these records: perform it at the place of the record, or at that of
                                        search results for several records of one kind. Empty: none */
} staffing_notification;

typedef struct staffing_notifications {
    /* [thread-safe] Shows it to the rep now, or when they are there next. Returns before anybody has seen it. */
    staffing_status(STAFFING_CALL *show)(const staffing_host *host, const staffing_notification *notification,
                                         const staffing_error_sink *error);
} staffing_notifications;

STAFFING_END_DECLS

#endif
