#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/refusal.hpp"
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
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/calls_in_flight.hpp"

namespace send_text {

/// The host and those of its extensions that Send Text uses; each may be null. Every call of the host goes
/// through here, so that the plug-in knows when it is called back from within one.
struct HostExtensions {
    explicit HostExtensions(const staffing_host& given) : host(&given) { calls.open(); }

    const staffing_host* host;
    const staffing_clock* clock = nullptr;
    const staffing_credentials* credentials = nullptr;
    const staffing_dialogs* dialogs = nullptr;
    const staffing_log* log = nullptr;
    const staffing_main_thread* main_thread = nullptr;
    const staffing_message_log* message_log = nullptr;
    const staffing_monotonic_clock* monotonic_clock = nullptr;
    const staffing_notifications* notifications = nullptr;
    const staffing_organization* organization = nullptr;
    const staffing_paths* paths = nullptr;
    const staffing_progress* progress = nullptr;
    const staffing_records* records = nullptr;
    const staffing_session* session = nullptr;
    const staffing_thread_check* thread_check = nullptr;

    /// Asks the host for them, each once. One whose table lacks a function counts as missing; returns what is
    /// to be said of these, a sentence each. From the plug-in's init only.
    std::vector<std::string> take_tables();

    /// Why texting is impossible in this host, in a sentence that names what it lacks.
    std::optional<Refusal> texting_refusal() const;

    /// Whether the host knows the permission for administration, which came with 1.2. The version alone does
    /// not tell: an older host may have been built anew with newer headers. Who knows 1.2 names its branches
    /// and reps.
    bool knows_administration() const { return host->version.minor >= 2 && organization != nullptr; }

    /// Calls a function of a table that has words for its failure: `function(host, arguments…, error sink)`.
    /// Throws staffing::StatusError, see staffing::call.
    template <class Function, class... Arguments>
    void call(std::string_view what, Function function, Arguments&&... arguments) const {
        const WithinHost within(calls);
        staffing::call(what, function, host, std::forward<Arguments>(arguments)...);
    }

    /// Calls one that has none: `function(host, arguments…)`.
    template <class Function, class... Arguments>
    auto ask(Function function, Arguments&&... arguments) const {
        const WithinHost within(calls);
        return function(host, std::forward<Arguments>(arguments)...);
    }

    /// Calls a function that the host gave with one of its own calls: `function(arguments…)`.
    template <class Function, class... Arguments>
    void report(Function function, Arguments&&... arguments) const {
        const WithinHost within(calls);
        function(std::forward<Arguments>(arguments)...);
    }

    /// Whether this thread is in a call of the host. Any thread.
    bool is_calling() const { return calls.includes_this_thread(); }

  private:
    /// This thread is in a call of the host as long as this lives.
    class WithinHost {
      public:
        explicit WithinHost(staffing::CallsInFlight& calls) : calls_(calls) { calls.enter(); }
        ~WithinHost() { calls_.leave(); }
        WithinHost(const WithinHost&) = delete;
        WithinHost& operator=(const WithinHost&) = delete;

      private:
        staffing::CallsInFlight& calls_;
    };

    mutable staffing::CallsInFlight calls;
};

}  // namespace send_text
