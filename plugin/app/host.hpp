#pragma once

#include <functional>
#include <vector>

#include "core/action_code.hpp"
#include "core/clock.hpp"
#include "core/dialog_windows.hpp"
#include "core/log.hpp"
#include "core/main_thread.hpp"
#include "core/message_log.hpp"
#include "core/notifier.hpp"
#include "core/progress_display.hpp"
#include "core/record_directory.hpp"
#include "core/secret_store.hpp"
#include "core/session.hpp"

namespace send_text {

/// The host as the services see it: each of its extensions behind the interface of the room that uses it.
struct Host {
    Log& log;
    Clock& clock;
    Session& session;
    RecordDirectory& records;
    MessageLog& message_log;
    DialogWindows& dialogs;
    SecretStore& secrets;
    Notifier& notifier;
    ProgressDisplay& progress;
    MainThread& main_thread;
    /// The host's message action codes. Blocks. Throws std::runtime_error.
    std::function<std::vector<ActionCode>()> action_codes;
    /// Whether this thread is within a call of the host.
    std::function<bool()> is_calling;
};

}  // namespace send_text
