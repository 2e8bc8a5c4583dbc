/* Extension of the host: who is logged in, and what they may do. */
#ifndef STAFFING_EXT_SESSION_H
#define STAFFING_EXT_SESSION_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_SESSION "staffing.session/1"

/* The permission that texting needs. */
#define STAFFING_PERMISSION_TEXT_MESSAGING "text_messaging"

/* Since 1.2. The permission to administer the plug-in: to see and change its accounts and settings, read its audit
 * trail, and make and restore backups. The plug-in checks it on each of these calls, and answers PERMISSION_DENIED to
 * other users, and NOT_LOGGED_IN when nobody is logged in, with a text for people. In a host from before 1.2 every
 * logged-in user may do this: such a host shows these things only to its administrators. */
#define STAFFING_PERMISSION_ADMINISTRATION "administration"

typedef struct staffing_session_user {
    uint32_t struct_size;
    int32_t is_logged_in; /* 1 or 0; when 0 the rest is empty */
    int64_t rep_id;       /* the service rep who is logged in */
    int64_t branch_id;    /* the rep's branch */
    staffing_string login_name;
    staffing_string first_name;
    staffing_string last_name;
    staffing_string branch_name;
    staffing_string time_zone; /* of the branch, IANA: "America/Chicago"; may be empty */
} staffing_session_user;

typedef struct staffing_session_user_sink {
    void *context;

    /* [thread-safe] Called once. user is valid until write returns. */
    void(STAFFING_CALL *write)(void *context, const staffing_session_user *user);
} staffing_session_user_sink;

typedef struct staffing_session {
    /* [thread-safe] Writes who is logged in; OK even when nobody is. */
    staffing_status(STAFFING_CALL *get_user)(const staffing_host *host, const staffing_session_user_sink *sink,
                                             const staffing_error_sink *error);

    /* [thread-safe] Writes 1 to *is_granted when the logged-in user has the permission, else 0. A permission that the
     * host does not know is not granted, and none is granted when nobody is logged in. */
    staffing_status(STAFFING_CALL *has_permission)(const staffing_host *host, const staffing_string *permission,
                                                   int32_t *is_granted, const staffing_error_sink *error);
} staffing_session;

STAFFING_END_DECLS

#endif
