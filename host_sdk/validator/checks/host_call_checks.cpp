#include "host/every_call.hpp"
#include "host/menu_use.hpp"
#include "host/resolution.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

/// Uses the plug-in for a day and reports its breaches of these kinds.
std::string expect_no_breach(const CheckRun& run, const std::set<Breach>& kinds) {
    Loaded loaded(run);
    use_everything(loaded.plugin, run);
    loaded.plugin.deactivate();
    const std::vector<std::string> found = loaded.plugin.host().breaches(kinds);
    expect(found.empty(), found.empty() ? "" : found.front());
    return "It made " + std::to_string(loaded.plugin.host().all_calls()) + " calls of the host.";
}

std::string right_thread(const CheckRun& run) {
    return expect_no_breach(run, {Breach::wrong_thread});
}

std::string arguments(const CheckRun& run) {
    return expect_no_breach(run, {Breach::bad_argument});
}

std::string asked_in_init(const CheckRun& run) {
    return expect_no_breach(run, {Breach::wrong_state});
}

std::string host_pointer(const CheckRun& run) {
    std::string seen;
    {
        const InitialisedLibrary library(run.plugin_path);
        LivePlugin stays(library, HostOptions{.folder = run.scratch + "/stays"});
        stays.init();
        stays.activate();
        {
            LivePlugin goes(library, HostOptions{.folder = run.scratch + "/goes"});
            goes.init();
            goes.activate();
            run.step("using the first of two plug-ins");
            use_everything(goes, run);
        }
        run.step("using the second plug-in when the first one's host is gone");
        use_everything(stays, run);
        seen = std::to_string(stays.host().all_calls());
        for (const std::string& breach : stays.host().breaches({Breach::bad_pointer}))
            throw Failed(breach);
    }
    const std::vector<std::string> nobodys = ValidatorHost::breaches_of_nobody();
    expect(nobodys.empty(), nobodys.empty() ? "" : nobodys.front());
    return "The host pointer was right in " + seen + " calls.";
}

std::string host_fails(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    LivePlugin plugin(library, HostOptions{.fails = true, .folder = run.scratch});
    run.step("init and activate in a host whose functions all fail");
    if (plugin.try_init().status != STAFFING_STATUS_OK || plugin.try_activate().status != STAFFING_STATUS_OK)
        return "In a host whose functions all fail it does not start.";
    for (const Call& call : every_call(plugin)) {
        run.step(call.name + " in a host whose functions all fail");
        make(plugin, call);
    }
    run.step("deactivate in a host whose functions all fail");
    plugin.deactivate();
    return "It worked in a host whose functions all fail: " + std::to_string(plugin.host().all_calls()) +
           " calls.";
}

/// The host's functions begin to fail after the plug-in has started.
std::string host_fails_later(const CheckRun& run) {
    Loaded loaded(run);
    loaded.plugin.host().fail_from_now_on();
    for (const Call& call : every_call(loaded.plugin)) {
        run.step(call.name + " in a host whose functions fail from now on");
        make(loaded.plugin, call);
    }
    run.step("performing items in a host whose functions fail from now on");
    if (loaded.plugin.table<staffing_menu>(STAFFING_EXT_MENU) != nullptr) {
        const Target target(STAFFING_MENU_PLACE_EMPLOYEE_RECORD, 1);
        Answer answer;
        for (const Item& item : populate(loaded.plugin, target.c, answer))
            perform(loaded.plugin, target.c, item.action_id);
    }
    run.step("deactivate in a host whose functions fail from now on");
    loaded.plugin.deactivate();
    return "It went on when all functions of the host began to fail.";
}

constexpr Check checks[] = {
    {"host-calls-thread", "The plug-in calls each function of the host on a thread that the function allows.",
     &right_thread},
    {"host-calls-arguments", "The structs, strings and JSON that the plug-in passes to the host are valid.",
     &arguments},
    {"host-calls-in-init",
     "The plug-in asks for extensions only in init, and calls no other function of the host before.",
     &asked_in_init},
    {"host-pointer",
     "The plug-in passes the host back as the pointer that it received, while the host lives.",
     &host_pointer},
    {"host-fails", "A host whose functions all fail does not bring the plug-in down.", &host_fails},
    {"host-fails-later", "A host whose functions begin to fail does not bring the plug-in down.",
     &host_fails_later},
};

}  // namespace

std::span<const Check> host_call_checks() {
    return checks;
}

}  // namespace validator
