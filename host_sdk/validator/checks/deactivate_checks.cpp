#include <thread>

#include "host/every_call.hpp"
#include "host/menu_use.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds a_moment(100);

std::string during_work(const CheckRun& run) {
    int performed = 0;
    for (const int milliseconds_later : {0, 1, 5, 20, 60}) {
        Loaded loaded(run);
        set_up(loaded.plugin, run);
        performed += start_work(loaded.plugin);
        loaded.plugin.host().tasks.run_until([] { return false; }, milliseconds(milliseconds_later));
        run.step("deactivate " + std::to_string(milliseconds_later) + " ms after work has begun");
        loaded.plugin.deactivate();
        run.step("destroy after that");
        loaded.plugin.destroy();
    }
    if (performed == 0) throw Skipped("No item of the plug-in was enabled; --setup may help.");
    return "It ended at five moments of the work of " + std::to_string(performed) + " items.";
}

std::string no_call_after(const CheckRun& run) {
    Loaded loaded(run);
    use_everything(loaded.plugin, run);
    start_work(loaded.plugin);
    run.step("deactivate");
    loaded.plugin.deactivate();
    std::this_thread::sleep_for(a_moment);
    loaded.plugin.destroy();
    std::this_thread::sleep_for(a_moment);
    const std::vector<std::string> late = loaded.plugin.host().breaches({Breach::after_deactivate});
    expect(late.empty(), late.empty() ? "" : late.front());
    return "No call came within 200 ms after deactivate had returned.";
}

std::string dropped_tasks(const CheckRun& run) {
    Loaded loaded(run);
    set_up(loaded.plugin, run);
    if (loaded.plugin.table<staffing_menu>(STAFFING_EXT_MENU) == nullptr)
        throw Skipped("The plug-in has no menu.");
    const Target target(STAFFING_MENU_PLACE_EMPLOYEE_RECORD, 1);
    int performed = 0;
    for (int round = 0; round < 3; ++round) {
        Answer answer;
        for (const Item& item : populate(loaded.plugin, target.c, answer)) {
            if (!item.is_enabled) continue;
            perform(loaded.plugin, target.c, item.action_id);
            ++performed;
        }
        std::this_thread::sleep_for(a_moment / 2);  // what it starts posts tasks, which are not run
        run.step("deactivate with tasks that were never run");
        loaded.plugin.deactivate();  // drops them
        run.step("activate after that");
        loaded.plugin.activate();
    }
    if (performed == 0) throw Skipped("No item of the plug-in was enabled; --setup may help.");
    return "Tasks that were never run were missed by nobody.";
}

/// Calls that were made before deactivate and are let return, as the contract has it, with the workers' calls
/// of the host still coming in.
std::string after_calls(const CheckRun& run) {
    Loaded loaded(run);
    for (int round = 0; round < 5; ++round) {
        for (const Call& call : every_call(loaded.plugin))
            make(loaded.plugin, call);
        run.step("deactivate right after a call of every function");
        loaded.plugin.deactivate();
        loaded.plugin.activate();
    }
    return "Five times it ended right after a call of every function.";
}

constexpr Check checks[] = {
    {"deactivate-during-work", "deactivate in the middle of the work comes to an end.", &during_work},
    {"deactivate-after-calls", "deactivate right after other calls comes to an end.", &after_calls},
    {"deactivate-drops-tasks",
     "Tasks that are still queued at deactivate are not run; nothing depends on it.", &dropped_tasks},
    {"no-call-after-deactivate", "After deactivate has returned the plug-in calls nothing of the host.",
     &no_call_after},
};

}  // namespace

std::span<const Check> deactivate_checks() {
    return checks;
}

}  // namespace validator
