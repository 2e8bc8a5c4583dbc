#pragma once

#include "staffing/ext/clock.h"
#include "staffing/ext/credentials.h"
#include "staffing/ext/dialogs.h"
#include "staffing/ext/log.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/message_log.h"
#include "staffing/ext/monotonic_clock.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/organization.h"
#include "staffing/ext/paths.h"
#include "staffing/ext/progress.h"
#include "staffing/ext/records.h"
#include "staffing/ext/session.h"
#include "staffing/ext/thread_check.h"

namespace validator {

// The host's tables, a source file each.
extern const staffing_session session_table;
extern const staffing_records records_table;
extern const staffing_message_log message_log_table;
extern const staffing_dialogs dialogs_table;
extern const staffing_credentials credentials_table;
extern const staffing_notifications notifications_table;
extern const staffing_progress progress_table;
extern const staffing_main_thread main_thread_table;
extern const staffing_thread_check thread_check_table;
extern const staffing_log log_table;
extern const staffing_paths paths_table;
extern const staffing_organization organization_table;
extern const staffing_clock clock_table;
extern const staffing_monotonic_clock monotonic_clock_table;

}  // namespace validator
