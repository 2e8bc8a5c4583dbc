#pragma once

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

/// The host, as the rooms of the plug-in see it: each of its extensions behind the interface of the room that
/// uses it. Lives as long as the plug-in.
struct HostAdapters {
    explicit HostAdapters(const staffing_host& host) : extensions(host) {}
    HostAdapters(const HostAdapters&) = delete;
    HostAdapters& operator=(const HostAdapters&) = delete;

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
