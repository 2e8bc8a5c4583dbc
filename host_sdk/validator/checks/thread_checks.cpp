#include <atomic>
#include <thread>

#include "host/every_call.hpp"
#include "host/menu_use.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/thread_check.h"

namespace validator {
namespace {

using Clock = std::chrono::steady_clock;

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

/// The call of the main thread that took longest.
struct Slowest {
    std::string name = "nothing";
    std::chrono::microseconds time{0};

    void look(const std::string& what, const std::function<void()>& call) {
        const Clock::time_point start = Clock::now();
        call();
        const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
        if (spent > time) *this = {what, spent};
    }
};

std::string main_thread_time(const CheckRun& run) {
    constexpr std::int64_t many = 10'000;
    const Loaded loaded(run, HostOptions{.records_per_kind = many});
    const LivePlugin& plugin = loaded.plugin;
    Slowest slowest;
    for (const Call& call : every_call(plugin)) {
        if (call.where != CalledOn::worker) slowest.look(call.name, [&] { make_here(plugin, call); });
    }
    if (plugin.table<staffing_menu>(STAFFING_EXT_MENU) != nullptr) {
        const Target target(STAFFING_MENU_PLACE_EMPLOYEE_SEARCH_RESULTS, many);
        Answer answer;
        std::vector<Item> items;
        slowest.look("menu.populate on 10,000 records", [&] { items = populate(plugin, target.c, answer); });
        for (const Item& item : items)
            slowest.look("menu.perform on 10,000 records",
                         [&] { perform(plugin, target.c, item.action_id); });
    }
    use_everything(plugin, run);
    if (plugin.host().tasks.longest() > slowest.time)
        slowest = {"a task that it posted", plugin.host().tasks.longest()};
    const std::string words =
        "The longest was " + slowest.name + ", " + std::to_string(slowest.time.count()) + " microseconds.";
    if (slowest.time > budget) throw Warning(words);
    return words;
}

constexpr Check checks[] = {
    {"wrong-thread", "A function that is called on the wrong thread refuses, or does no harm.",
     &wrong_thread},
    {"thread-safe-together", "Functions for any thread can be called on several at the same time.",
     &thread_safe_together},
    {"workers-together", "Functions for workers can be called on several of them at the same time.",
     &workers_together},
    {"main-thread-time", "On the main thread everything answers at once: within 50 ms.", &main_thread_time},
};

}  // namespace

std::span<const Check> thread_checks() {
    return checks;
}

}  // namespace validator
