/* Extension of the host: the messages on its records. */
#ifndef STAFFING_EXT_MESSAGE_LOG_H
#define STAFFING_EXT_MESSAGE_LOG_H

#include "staffing/host.h"
#include "staffing/record.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_MESSAGE_LOG "staffing.message_log/1"

typedef struct staffing_message {
    uint32_t struct_size;
    uint32_t reserved;           /* 0 */
    staffing_string key;         /* 1 to 200 bytes; unique in the world */
    staffing_string action_code; /* one of the host's message action codes */
    staffing_string text;
    int64_t author_rep_id;              /* 0: nobody in the office */
    const staffing_record_ref *records; /* to log the message on; at least one */
    uint64_t record_count;
} staffing_message;

typedef struct staffing_action_code {
    uint32_t struct_size;
    int32_t is_active;               /* 1 or 0 */
    int32_t relevant_to_employees;   /* 1 or 0 */
    int32_t relevant_to_contacts;    /* 1 or 0 */
    staffing_string code;            /* "Text" */
    staffing_string description;
    staffing_string side_effect;     /* what logging under it changes, as text; empty: nothing */
} staffing_action_code;

typedef struct staffing_action_code_sink {
    void *context;

    /* [worker] Called once for each code. code is valid until write returns. */
    void(STAFFING_CALL *write)(void *context, const staffing_action_code *code);
} staffing_action_code_sink;

typedef struct staffing_message_log {
    /* [worker] Adds a message and writes the host's id of it to *message_id. A message whose key the host already has
     * is not added again, whatever else it contains: the answer is OK with the id of the first. Answers OK when the
     * message is durable, so that each message is logged exactly once. Records that are gone are left out; NOT_FOUND
     * when all are gone. REFUSED when the action code cannot be used, with the reason. */
    staffing_status(STAFFING_CALL *add)(const staffing_host *host, const staffing_message *message,
                                        int64_t *message_id, const staffing_error_sink *error);

    /* [worker] Lists the message action codes. */
    staffing_status(STAFFING_CALL *action_codes)(const staffing_host *host, const staffing_action_code_sink *sink,
                                                 const staffing_error_sink *error);
} staffing_message_log;

STAFFING_END_DECLS

#endif
