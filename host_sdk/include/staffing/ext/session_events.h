/* Extension of the plug-in: the host reports that its session has changed (see session.h). */
#ifndef STAFFING_EXT_SESSION_EVENTS_H
#define STAFFING_EXT_SESSION_EVENTS_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

/* Since 1.1. */
#define STAFFING_EXT_SESSION_EVENTS "staffing.session_events/1"

typedef struct staffing_session_events {
    /* [main-thread] Somebody logged in or out, or permissions changed; session.get_user and has_permission already
     * report the new state. The plug-in closes the dialogs that the user who is now logged in may not use; what
     * was sent goes on. */
    staffing_status(STAFFING_CALL *changed)(const staffing_plugin *plugin, const staffing_error_sink *error);
} staffing_session_events;

STAFFING_END_DECLS

#endif
