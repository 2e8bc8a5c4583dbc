#pragma once

#include <string>
#include <string_view>
#include <vector>

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

// The host's tables for plug-ins. They exist as long as the program.
namespace mock_host {

const staffing_clock& clock_table();
const staffing_credentials& credentials_table();
const staffing_dialogs& dialogs_table();
const staffing_log& log_table();
const staffing_main_thread& main_thread_table();
const staffing_message_log& message_log_table();
const staffing_monotonic_clock& monotonic_clock_table();
const staffing_notifications& notifications_table();
const staffing_organization& organization_table();
const staffing_paths& paths_table();
const staffing_progress& progress_table();
const staffing_records& records_table();
const staffing_session& session_table();
const staffing_thread_check& thread_check_table();

/// The ids of all extensions of the host.
std::vector<std::string> host_extension_ids();

/// The table of an extension, or nullptr when the host has none by exactly this id.
const void* host_extension(std::string_view id);

}  // namespace mock_host
