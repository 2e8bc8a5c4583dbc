/* Extension of the plug-in: the host controls the logging of conversations. */
#ifndef STAFFING_EXT_MESSAGE_LOGGER_H
#define STAFFING_EXT_MESSAGE_LOGGER_H

#include "staffing/plugin.h"
#include "staffing/record.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_MESSAGE_LOGGER "staffing.message_logger/1"

typedef struct staffing_message_logger {
    /* [worker] Logs all open conversations now, without waiting for the end of their window. UNAVAILABLE when some
     * could not be logged: the others were logged, and those are tried again later. */
    staffing_status(STAFFING_CALL *flush)(const staffing_plugin *plugin, const staffing_error_sink *error);

    /* [worker] The same for the open conversations of one record. */
    staffing_status(STAFFING_CALL *flush_record)(const staffing_plugin *plugin, const staffing_record_ref *record,
                                                 const staffing_error_sink *error);

    /* [worker] Two records became one: what pointed to the loser now points to the survivor. */
    staffing_status(STAFFING_CALL *record_merged)(const staffing_plugin *plugin, const staffing_record_ref *loser,
                                                  const staffing_record_ref *survivor,
                                                  const staffing_error_sink *error);

    /* [worker] A record is gone: nothing is logged on it any more. */
    staffing_status(STAFFING_CALL *record_deleted)(const staffing_plugin *plugin,
                                                   const staffing_record_ref *record,
                                                   const staffing_error_sink *error);
} staffing_message_logger;

STAFFING_END_DECLS

#endif
