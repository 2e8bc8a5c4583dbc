#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/session_events.h"

namespace validator {
namespace {

using std::chrono::milliseconds;

std::string logout(const CheckRun& run) {
    constexpr milliseconds at_most(2'000);
    const Loaded loaded(run);
    const LivePlugin& plugin = loaded.plugin;
    ValidatorHost& host = plugin.host();
    const auto* const session = plugin.table<staffing_session_events>(STAFFING_EXT_SESSION_EVENTS);
    if (session == nullptr) throw Skipped("The plug-in has no session_events.");
    const auto expect_notified = [&](const char* what) {
        run.step(std::string("session_events.changed when somebody has ") + what);
        const Answer answer = plugin.call(session->changed);
        expect(answer.status == STAFFING_STATUS_OK, std::string("When somebody has ") + what +
                                                        ", session_events.changed answered " +
                                                        name_of(answer.status) + ": " + answer.words);
    };
    set_up(plugin, run);
    expect_notified("logged in");
    open_dialog(plugin);
    host.set_logged_in(false);
    expect_notified("logged out");
    host.tasks.run_until([&] { return host.dialogs.ids().empty(); }, at_most);
    const std::size_t left = host.dialogs.ids().size();
    expect(left == 0, "With nobody logged in " + std::to_string(left) + " of its dialogs stayed open.");
    host.set_logged_in(true);
    expect_notified("logged in again");
    return "The open dialog was closed when nobody was logged in any more.";
}

constexpr Check checks[] = {
    {"session-logout",
     "When session_events.changed says that nobody is logged in, the plug-in closes its dialogs.", &logout},
};

}  // namespace

std::span<const Check> session_checks() {
    return checks;
}

}  // namespace validator
