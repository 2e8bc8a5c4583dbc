#pragma once

#include "app/host.hpp"
#include "entry/host_clock.hpp"
#include "entry/host_dialogs.hpp"
#include "entry/host_extensions.hpp"
#include "entry/host_log.hpp"
#include "entry/host_main_thread.hpp"
#include "entry/host_message_log.hpp"
#include "entry/host_notifier.hpp"
#include "entry/host_organization.hpp"
#include "entry/host_progress.hpp"
#include "entry/host_records.hpp"
#include "entry/host_secrets.hpp"
#include "entry/host_session.hpp"

namespace send_text {

/// The host's extensions as C++ objects. Lives as long as the plug-in.
struct HostAdapters {
    explicit HostAdapters(const staffing_host& host) : extensions(host) {}
    HostAdapters(const HostAdapters&) = delete;
    HostAdapters& operator=(const HostAdapters&) = delete;

    /// For the services; valid as long as this lives.
    Host as_host() {
        return {.log = log,
                .clock = clock,
                .session = session,
                .records = records,
                .message_log = message_log,
                .dialogs = dialogs,
                .secrets = secrets,
                .notifier = notifier,
                .progress = progress,
                .main_thread = main_thread,
                .action_codes = [this] { return message_log.action_codes(); },
                .is_calling = [this] { return extensions.is_calling(); }};
    }

    HostExtensions extensions;
    HostLog log{extensions};
    HostClock clock{extensions};
    HostSession session{extensions};
    HostRecords records{extensions, log};
    HostMessageLog message_log{extensions, log};
    HostDialogs dialogs{extensions, log};
    HostSecrets secrets{extensions};
    HostNotifier notifier{extensions, log};
    HostOrganization organization{extensions};
    HostProgress progress{extensions, log};
    HostMainThread main_thread{extensions, log};
};

}  // namespace send_text
