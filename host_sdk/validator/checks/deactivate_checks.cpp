#include <map>
#include <thread>

#include "host/every_call.hpp"
#include "host/menu_use.hpp"
#include "host/resolution.hpp"
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
    return "It was deactivated at five moments of the work of " + std::to_string(performed) + " items.";
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
    return "The plug-in called nothing within 200 ms after deactivate returned.";
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
        std::this_thread::sleep_for(a_moment / 2);  // what the items start posts tasks, which are not run
        run.step("deactivate with tasks that were never run");
        loaded.plugin.deactivate();  // drops them
        run.step("activate after that");
        loaded.plugin.activate();
    }
    if (performed == 0) throw Skipped("No item of the plug-in was enabled; --setup may help.");
    return "The plug-in was deactivated with tasks that were never run.";
}

/// Calls that were made before deactivate and return first, as the contract requires, while workers still
/// call the host.
std::string after_calls(const CheckRun& run) {
    Loaded loaded(run);
    for (int round = 0; round < 5; ++round) {
        for (const Call& call : every_call(loaded.plugin))
            make(loaded.plugin, call);
        run.step("deactivate right after a call of every function");
        loaded.plugin.deactivate();
        loaded.plugin.activate();
    }
    return "It was deactivated five times right after a call of every function.";
}

/// Calls deactivate in the middle of the plug-in's work: once from within each function of the host, on the
/// main thread and on another.
class ErringHost {
  public:
    ErringHost(const LivePlugin& plugin, const CheckRun& run) : plugin_(plugin), run_(run) {
        plugin.host().set_on_call([this](const std::string& function) { err_in(function); });
    }
    ~ErringHost() { plugin_.host().set_on_call({}); }

    ErringHost(const ErringHost&) = delete;
    ErringHost& operator=(const ErringHost&) = delete;

    void err_in(const std::string& function) {
        const bool is_main = plugin_.host().is_main_thread();
        {
            const std::lock_guard lock(mutex_);
            if (!tried_.insert({function, is_main}).second) return;
        }
        run_.step("deactivate from within " + function +
                  (is_main ? " on the main thread" : " on another thread"));
        deactivate(*plugin_.c());
    }

    std::size_t times() const {
        const std::lock_guard lock(mutex_);
        return tried_.size();
    }

  private:
    const LivePlugin& plugin_;
    const CheckRun& run_;
    mutable std::mutex mutex_;
    std::set<std::pair<std::string, bool>> tried_;
};

/// Populates the menu, calling deactivate from within the sink.
void populate_erring(const LivePlugin& plugin, ErringHost& erring) {
    const auto* const menu = plugin.table<staffing_menu>(STAFFING_EXT_MENU);
    if (menu == nullptr) return;
    const Target target(STAFFING_MENU_PLACE_EMPLOYEE_RECORD, 1);
    const staffing_menu_item_sink sink{&erring, [](void* context, const staffing_menu_item*) {
                                           static_cast<ErringHost*>(context)->err_in("the menu's sink");
                                       }};
    plugin.call(menu->populate, &target.c, &sink);
}

/// Runs a resolution, calling deactivate from within its listener.
void resolve_erring(const LivePlugin& plugin, ErringHost& erring) {
    const auto* const resolver = plugin.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER);
    if (resolver == nullptr) return;
    Resolution resolution;
    resolution.at_first_partial = [&] { erring.err_in("the resolution's listener"); };
    const Answer answer = resolution.start(plugin, {{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1}});
    if (answer.status == STAFFING_STATUS_OK) resolution.wait(plugin);
}

/// Uses the plug-in while the host errs, until there is no new place to do so. A plug-in that this
/// deactivates refuses calls, as it should, and is activated again.
void use_erring(LivePlugin& plugin, const CheckRun& run, ErringHost& erring) {
    std::size_t times_before = 0;
    do {
        times_before = erring.times();
        try {
            populate_erring(plugin, erring);
            resolve_erring(plugin, erring);
            use_everything(plugin, run);
        } catch (const Failed&) {
        }
        plugin.try_activate();
    } while (erring.times() > times_before);
}

std::string from_within(const CheckRun& run) {
    std::size_t times = 0;
    Loaded loaded(run);
    set_up(loaded.plugin, run);
    CheckRun set_up_already = run;
    set_up_already.setup_path.clear();
    {
        ErringHost erring(loaded.plugin, run);
        use_erring(loaded.plugin, set_up_already, erring);
        run.step("deactivate after it was called from within");
        loaded.plugin.deactivate();
        times = erring.times();
    }
    run.step("activate after that");
    loaded.plugin.activate();
    for (const Call& call : every_call(loaded.plugin)) {
        run.step(call.name + " after that");
        expect(make(loaded.plugin, call).status != STAFFING_STATUS_WRONG_STATE,
               call.name +
                   " answered WRONG_STATE after deactivate was called from within and activate was called "
                   "again.");
    }
    return "deactivate was called from within at " + std::to_string(times) +
           " places, and nothing broke down.";
}

constexpr Check checks[] = {
    {"deactivate-from-within",
     "Calling deactivate from within a call of the plug-in, or on one of its threads, breaks nothing.",
     &from_within},
    {"deactivate-during-work", "deactivate in the middle of work returns.", &during_work},
    {"deactivate-after-calls", "deactivate right after other calls returns.", &after_calls},
    {"deactivate-drops-tasks",
     "Tasks that are still queued at deactivate are never run, and the plug-in does not depend on them.",
     &dropped_tasks},
    {"no-call-after-deactivate", "After deactivate has returned, the plug-in calls nothing of the host.",
     &no_call_after},
};

}  // namespace

std::span<const Check> deactivate_checks() {
    return checks;
}

}  // namespace validator
