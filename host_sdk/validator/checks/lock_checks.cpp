#include "host/bystanders.hpp"
#include "host/resolution.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

/// Functions of the host that may be slow.
bool may_take_time(const std::string& function) {
    for (const char* table : {"records.", "message_log.", "credentials.", "clock.wait_until"})
        if (function.starts_with(table)) return true;
    return false;
}

std::string words_of(const Bystanders::Blocked& blocked) {
    return blocked.call + " waited for as long as the plug-in was in " + blocked.function +
           (blocked.was_on_main_thread ? " on the main thread" : " on another thread") +
           ": the plug-in holds a lock there.";
}

/// The calls of a resolution's listener are the plug-in's, too.
void resolve_among(const LivePlugin& plugin, Bystanders& bystanders) {
    if (plugin.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER) == nullptr) return;
    Resolution resolution;
    resolution.at_first_partial = [&] { bystanders.call_within("the resolution's listener"); };
    const Answer answer = resolution.start(plugin, {{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1}});
    if (answer.status == STAFFING_STATUS_OK) resolution.wait(plugin);
}

std::string host_call_lock(const CheckRun& run) {
    Loaded loaded(run);
    if (every_call(loaded.plugin).empty()) throw Skipped("The plug-in has no extensions.");
    constexpr std::size_t max_rounds = 6;
    CheckRun set_up_already = run;
    set_up_already.setup_path.clear();
    Bystanders bystanders(loaded.plugin, run);
    for (std::size_t left = 0, round = 0; round == 0 || (round < max_rounds && bystanders.left() > left);
         ++round) {
        left = bystanders.left();
        resolve_among(loaded.plugin, bystanders);
        use_everything(loaded.plugin, round == 0 ? run : set_up_already);
    }
    bystanders.stop();
    loaded.plugin.deactivate();
    for (const Bystanders::Blocked& one : bystanders.blocked()) {
        // A lock held over a call that answers at once is not held for long: a risk, but not a breach.
        if (!may_take_time(one.function)) throw Warning(words_of(one));
        throw Failed(words_of(one));
    }
    return "At " + std::to_string(bystanders.places()) +
           " places where the plug-in calls the host, no other call had to wait for it.";
}

constexpr Check checks[] = {
    {"host-call-lock",
     "While the plug-in is inside a call of the host, no function that answers at once has to wait, and no "
     "worker has to wait for the main thread.",
     &host_call_lock},
};

}  // namespace

std::span<const Check> lock_checks() {
    return checks;
}

}  // namespace validator
