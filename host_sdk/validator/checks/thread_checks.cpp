#include <atomic>
#include <thread>

#include "host/every_call.hpp"
#include "host/menu_use.hpp"
#include "host/own_time.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/thread_check.h"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

constexpr std::chrono::milliseconds budget{50};

const char* words_of(CalledOn where) {
    switch (where) {
        case CalledOn::main_thread:
            return "[main-thread]";
        case CalledOn::worker:
            return "[worker]";
        case CalledOn::any_thread:
            break;
    }
    return "[thread-safe]";
}

/// Makes each call that has a thread on the other one.
int call_on_wrong_threads(const LivePlugin& plugin, const CheckRun& run, const char* host) {
    int made = 0;
    for (const Call& call : every_call(plugin)) {
        if (call.where == CalledOn::any_thread) continue;
        run.step(call.name + " " + words_of(call.where) + " on the wrong thread" + host);
        Answer answer;
        if (call.where == CalledOn::worker) {
            answer = make_here(plugin, call);
        } else {
            plugin.work([&] { answer = make_here(plugin, call); });
        }
        expect(
            answer.status != STAFFING_STATUS_INTERNAL_ERROR && answer.status != STAFFING_STATUS_UNSPECIFIED,
            call.name + " on the wrong thread answered " + name_of(answer.status) + ": " + answer.words);
        ++made;
    }
    return made;
}

std::string wrong_thread(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    int made = 0;
    for (const bool has_check : {true, false}) {
        HostOptions options{.folder = run.scratch};
        if (!has_check) options.withheld = {STAFFING_EXT_THREAD_CHECK};
        LivePlugin plugin(library, options);
        plugin.init();
        plugin.activate();
        made += call_on_wrong_threads(plugin, run, has_check ? "" : " of a host without thread_check");
        run.step("ordinary calls after that");
        for (const Call& call : every_call(plugin))
            make(plugin, call);
    }
    return std::to_string(made) + " calls on the wrong thread were refused or harmless.";
}

/// Makes these calls on several threads at once.
std::string together(const CheckRun& run, CalledOn where) {
    constexpr int threads = 8;
    constexpr int rounds = 25;
    const Loaded loaded(run);
    std::vector<Call> calls = every_call(loaded.plugin);
    std::erase_if(calls, [&](const Call& call) { return call.where != where; });
    if (calls.empty()) throw Skipped(std::string("The plug-in has no function for ") + words_of(where) + ".");
    run.step(std::to_string(threads) + " threads with " + std::to_string(rounds) + " rounds of calls");
    std::atomic<int> defects = 0;
    loaded.plugin.work([&] {
        std::vector<std::thread> callers;
        for (int thread = 0; thread < threads; ++thread) {
            callers.emplace_back([&] {
                for (int round = 0; round < rounds; ++round)
                    for (const Call& call : calls)
                        if (make_here(loaded.plugin, call).status == STAFFING_STATUS_INTERNAL_ERROR)
                            ++defects;
            });
        }
        for (std::thread& caller : callers)
            caller.join();
    });
    expect(defects == 0, std::to_string(defects.load()) + " calls answered INTERNAL_ERROR.");
    return std::to_string(calls.size()) + " functions were called on " + std::to_string(threads) +
           " threads at once, " + std::to_string(rounds) + " times each.";
}

std::string thread_safe_together(const CheckRun& run) {
    return together(run, CalledOn::any_thread);
}

std::string workers_together(const CheckRun& run) {
    return together(run, CalledOn::worker);
}

/// The call on the main thread that took longest. The machine may make a call slow once, so the quickest of
/// three tries counts.
struct Slowest {
    std::string name = "nothing";
    std::chrono::microseconds time{0};

    void look(const std::string& what, const std::function<std::chrono::microseconds()>& longest_time) {
        constexpr int tries = 3;
        std::chrono::microseconds spent = longest_time();
        for (int more = 1; more < tries && spent > budget; ++more)
            spent = std::min(spent, longest_time());
        if (spent > time) *this = {what, spent};
    }
};

std::chrono::microseconds time_of(const std::function<void()>& call) {
    const OwnTime time;
    call();
    return time.spent();
}

/// The longest of many calls: some are slow only now and then, when something is full or out of date.
std::chrono::microseconds longest_of_many(const std::function<void()>& call) {
    constexpr int calls = 250;
    std::chrono::microseconds longest{0};
    for (int made = 0; made < calls && longest <= budget; ++made)
        longest = std::max(longest, time_of(call));
    return longest;
}

/// Types into a dialog, where the plug-in has one.
void look_at_typing(const LivePlugin& plugin, Slowest& slowest) {
    const auto* const events = plugin.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS);
    if (events == nullptr || plugin.table<staffing_menu>(STAFFING_EXT_MENU) == nullptr) return;
    std::uint64_t dialog_id = 0;
    try {
        dialog_id = open_dialog(plugin);
    } catch (const Skipped&) {
        return;
    }
    for (const nlohmann::json& element : plugin.host().dialogs.view(dialog_id)["elements"]) {
        if (element["kind"] != "text_area") continue;
        const std::string typed = nlohmann::json{
            {"event", "changed"},
            {"element", element["id"]},
            {"value", "Good morning"}}.dump();
        const staffing_string event = staffing::abi(typed);
        slowest.look("dialog_events.on_event when somebody types", [&] {
            return longest_of_many([&] { plugin.call(events->on_event, dialog_id, &event); });
        });
    }
}

std::string main_thread_time(const CheckRun& run) {
    constexpr std::int64_t many = 10'000;
    const Loaded loaded(run, HostOptions{.records_per_kind = many});
    const LivePlugin& plugin = loaded.plugin;
    Slowest slowest;
    for (const Call& call : every_call(plugin)) {
        if (call.where == CalledOn::worker) continue;
        run.step("many calls of " + call.name);
        slowest.look(call.name, [&] { return longest_of_many([&] { make_here(plugin, call); }); });
    }
    if (plugin.table<staffing_menu>(STAFFING_EXT_MENU) != nullptr) {
        const Target target(STAFFING_MENU_PLACE_EMPLOYEE_SEARCH_RESULTS, many);
        Answer answer;
        std::vector<Item> items;
        slowest.look("menu.populate on 10,000 records",
                     [&] { return time_of([&] { items = populate(plugin, target.c, answer); }); });
        for (const Item& item : items)
            slowest.look("menu.perform on 10,000 records",
                         [&] { return time_of([&] { perform(plugin, target.c, item.action_id); }); });
    }
    use_everything(plugin, run);
    look_at_typing(plugin, slowest);
    if (plugin.host().tasks.longest() > slowest.time)
        slowest = {"a task that it posted", plugin.host().tasks.longest()};
    const std::string words = "The longest call was " + slowest.name + ", " +
                              std::to_string(slowest.time.count()) + " microseconds.";
    if (slowest.time > budget) throw Warning(words);
    return words;
}

constexpr Check checks[] = {
    {"wrong-thread", "A function that is called on the wrong thread refuses or does no harm.", &wrong_thread},
    {"thread-safe-together", "Functions for any thread can be called on several threads at the same time.",
     &thread_safe_together},
    {"workers-together", "Functions for workers can be called on several workers at the same time.",
     &workers_together},
    {"main-thread-time", "On the main thread every call answers within 50 ms, each time.", &main_thread_time},
};

}  // namespace

std::span<const Check> thread_checks() {
    return checks;
}

}  // namespace validator
