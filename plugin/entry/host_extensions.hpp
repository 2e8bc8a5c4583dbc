#pragma once

#include <string>

#include "staffing/ext/clock.h"
#include "staffing/ext/credentials.h"
#include "staffing/ext/dialogs.h"
#include "staffing/ext/log.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/message_log.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/paths.h"
#include "staffing/ext/progress.h"
#include "staffing/ext/records.h"
#include "staffing/ext/session.h"
#include "staffing/ext/thread_check.h"

namespace send_text {

/// The host and those of its extensions that Send Text uses; each may be null.
struct HostExtensions {
    const staffing_host* host = nullptr;
    const staffing_clock* clock = nullptr;
    const staffing_credentials* credentials = nullptr;
    const staffing_dialogs* dialogs = nullptr;
    const staffing_log* log = nullptr;
    const staffing_main_thread* main_thread = nullptr;
    const staffing_message_log* message_log = nullptr;
    const staffing_notifications* notifications = nullptr;
    const staffing_paths* paths = nullptr;
    const staffing_progress* progress = nullptr;
    const staffing_records* records = nullptr;
    const staffing_session* session = nullptr;
    const staffing_thread_check* thread_check = nullptr;

    /// Asks the host for them, each once. From the plug-in's init only.
    void ask();

    /// Why texting is impossible in this host, in a sentence that names what it lacks; empty: it is possible.
    std::string why_not_texting() const;
};

}  // namespace send_text
