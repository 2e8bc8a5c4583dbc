#pragma once

#include <string>
#include <string_view>
#include <thread>

#include "staffing/ext/clock.h"
#include "staffing/ext/credentials.h"
#include "staffing/ext/dialogs.h"
#include "staffing/ext/log.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/message_log.h"
#include "staffing/ext/monotonic_clock.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/paths.h"
#include "staffing/ext/progress.h"
#include "staffing/ext/records.h"
#include "staffing/ext/session.h"
#include "staffing/ext/thread_check.h"

namespace sound {

/// The host, and its tables after `ask`; each may be missing.
struct HostServices {
    explicit HostServices(const staffing_host& given) : host(&given) {}

    /// Asks for all of them. In the plug-in's init only.
    void ask();

    bool is_main_thread() const;
    void log(staffing_log_severity severity, std::string_view line) const;
    /// The plug-in's data folder; empty when the host has none for it.
    std::string data_folder() const;

    const staffing_host* host;
    const staffing_session* session = nullptr;
    const staffing_records* records = nullptr;
    const staffing_message_log* message_log = nullptr;
    const staffing_dialogs* dialogs = nullptr;
    const staffing_credentials* credentials = nullptr;
    const staffing_notifications* notifications = nullptr;
    const staffing_progress* progress = nullptr;
    const staffing_main_thread* main_thread = nullptr;
    const staffing_thread_check* thread_check = nullptr;
    const staffing_log* log_table = nullptr;
    const staffing_paths* paths = nullptr;
    const staffing_clock* clock = nullptr;
    const staffing_monotonic_clock* monotonic_clock = nullptr;

  private:
    std::thread::id made_on_ = std::this_thread::get_id();
};

}  // namespace sound
