#include <thread>

#include "host/every_call.hpp"
#include "host/live_plugin.hpp"
#include "host/thread_count.hpp"
#include "runner/outcome.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

using staffing::abi;

void expect_status(const std::string& what, const Answer& answer, staffing_status wanted) {
    expect(answer.status == wanted, what + " answered " + name_of(answer.status) + " instead of " +
                                        name_of(wanted) + ". " + answer.words);
}

std::string life_start(const CheckRun& run) {
    const Library library(run.plugin_path);
    if (!is_usable(library.entry())) throw Skipped("The entry is not complete, or of another version.");
    const staffing_string path = abi(library.path());
    expect_status("The entry's init", entry_init(library, &path), STAFFING_STATUS_OK);
    {
        const ValidatorHost host(HostOptions{.folder = run.scratch});
        const staffing_plugin* made = nullptr;
        expect_status("create", create(library, host.c(), &made), STAFFING_STATUS_OK);
        expect(made != nullptr, "create answered OK but returned no plug-in.");
        if (!is_usable(*made)) throw Skipped("The plug-in that create made is not complete.");
        run.step("destroy without init");
        destroy(*made);
    }
    {
        LivePlugin plugin(library, HostOptions{.folder = run.scratch});
        expect_start(plugin, "In a host that has everything,");
        run.step("deactivate");
        plugin.deactivate();
        run.step("destroy");
        plugin.destroy();
    }
    run.step("deinit");
    entry_deinit(library);
    return "init, create, init, activate, deactivate, destroy and deinit succeeded.";
}

std::string plugin_complete(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    const ValidatorHost host(HostOptions{.folder = run.scratch});
    const staffing_plugin* plugin = nullptr;
    if (create(library, host.c(), &plugin).status != STAFFING_STATUS_OK || plugin == nullptr)
        throw Skipped("create makes no plug-in.");
    expect(is_usable(*plugin),
           "Its struct_size is " + std::to_string(plugin->struct_size) +
               ", and init, activate, deactivate, destroy or get_extension may be missing.");
    const staffing_plugin_descriptor* const own = plugin->descriptor;
    const staffing_plugin_descriptor* const of_entry = library.entry().descriptor;
    expect(own != nullptr, "It has no descriptor.");
    if (of_entry == nullptr) throw Skipped("The entry has no descriptor to compare with.");
    const std::string id(own->id.data == nullptr ? "" : own->id.data, own->id.size);
    expect(id == std::string(of_entry->id.data == nullptr ? "" : of_entry->id.data, of_entry->id.size),
           "Its descriptor says \"" + id + "\", which is not the id of the entry's descriptor.");
    destroy(*plugin);
    return "Its five functions are there, and a descriptor with the entry's id.";
}

/// The first call of the plug-in's extensions that says that the plug-in is not active; empty when none does.
std::string sleeping_call(const LivePlugin& plugin) {
    for (const Call& call : every_call(plugin))
        if (make(plugin, call).status == STAFFING_STATUS_WRONG_STATE) return call.name;
    return {};
}

void expect_awake(const LivePlugin& plugin, const std::string& when) {
    const std::string sleeping = sleeping_call(plugin);
    expect(sleeping.empty(), when + " " + sleeping + " answered WRONG_STATE: it is not active any more.");
}

/// A step at the wrong point of the life cycle.
void expect_refused(const LivePlugin& plugin, const CheckRun& run, const char* step, const char* when,
                    decltype(staffing_plugin::init) function) {
    const std::string what = std::string(step) + " " + when;
    run.step(what);
    const auto asked_before = plugin.host().breaches({Breach::wrong_state}).size();
    expect_status(what, plugin.call(function), STAFFING_STATUS_WRONG_STATE);
    expect(plugin.host().breaches({Breach::wrong_state}).size() == asked_before,
           what + " answered WRONG_STATE, but asked the host for its extensions.");
}

std::string wrong_order(const CheckRun& run) {
    { const Loaded it_starts(run); }
    const InitialisedLibrary library(run.plugin_path);
    LivePlugin plugin(library, HostOptions{.folder = run.scratch});
    const staffing_plugin& c = *plugin.c();
    expect_refused(plugin, run, "activate", "before init", c.activate);
    run.step("deactivate before init");
    deactivate(c);
    expect_status("init after that", plugin.try_init(), STAFFING_STATUS_OK);

    expect_refused(plugin, run, "init", "after init", c.init);
    run.step("deactivate before activate");
    deactivate(c);
    expect_status("activate after that", plugin.try_activate(), STAFFING_STATUS_OK);

    const std::string sleeping = sleeping_call(plugin);
    expect_refused(plugin, run, "init", "of an active plug-in", c.init);
    expect_refused(plugin, run, "activate", "of an active plug-in", c.activate);
    if (sleeping.empty()) expect_awake(plugin, "After steps that were refused");

    plugin.deactivate();
    expect_refused(plugin, run, "init", "after deactivate", c.init);
    run.step("deactivate twice");
    deactivate(c);
    return "5 steps at a wrong point answered WRONG_STATE, 3 calls of deactivate did nothing, and the "
           "plug-in went on working.";
}

std::string calls_outside_active(const CheckRun& run) {
    Loaded loaded(run, {}, false);
    const std::vector<Call> calls = every_call(loaded.plugin);
    if (calls.empty()) throw Skipped("The plug-in has no extensions.");
    const auto expect_refusals = [&](const char* when) {
        for (const Call& call : calls) {
            run.step(call.name + when);
            expect_status(call.name + when, make(loaded.plugin, call), STAFFING_STATUS_WRONG_STATE);
        }
    };
    expect_refusals(" before activate");
    loaded.plugin.activate();
    loaded.plugin.deactivate();
    expect_refusals(" after deactivate");
    return std::to_string(calls.size()) +
           " functions answered WRONG_STATE before activate and after deactivate.";
}

std::string reactivate(const CheckRun& run) {
    Loaded loaded(run);
    const bool is_awake = sleeping_call(loaded.plugin).empty();
    constexpr int times = 7;
    for (int time = 2; time <= times; ++time) {
        const std::string which = "activate number " + std::to_string(time);
        loaded.plugin.deactivate();
        run.step(which);
        expect_status(which, loaded.plugin.try_activate(), STAFFING_STATUS_OK);
        if (is_awake) expect_awake(loaded.plugin, "After " + which);
    }
    return "It was activated and deactivated " + std::to_string(times) + " times.";
}

std::string activate_failure(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    LivePlugin plugin(library, HostOptions{.fails = true, .folder = run.scratch});
    if (plugin.try_init().status != STAFFING_STATUS_OK)
        throw Skipped("It does not start in a host whose functions fail.");
    const Answer first = plugin.try_activate();
    if (first.status == STAFFING_STATUS_OK) return "It was activated in a host whose functions all fail.";
    for (const Call& call : every_call(plugin)) {
        run.step(call.name + " after an activate that failed");
        expect_status(call.name + " after an activate that failed", make(plugin, call),
                      STAFFING_STATUS_WRONG_STATE);
    }
    run.step("activate again after it has failed");
    const Answer second = plugin.try_activate();
    expect(second.status != STAFFING_STATUS_WRONG_STATE,
           "activate failed with " + name_of(first.status) + ", and answered WRONG_STATE when called again.");
    run.step("destroy after an activate that failed");
    plugin.destroy();
    return "activate failed with " + name_of(first.status) + ", and again with " + name_of(second.status) +
           "; then it was destroyed.";
}

std::string destroy_while_active(const CheckRun& run) {
    std::thread([] {}).join();  // the first thread may bring others that stay
    const std::size_t threads_before = thread_count();
    {
        Loaded loaded(run);
        run.step("destroy of an active plug-in");
        loaded.plugin.destroy();
        run.step("deinit after destroy of an active plug-in");
    }
    expect(are_threads_down_to(threads_before), "It left " + std::to_string(thread_count() - threads_before) +
                                                    " threads behind when it was destroyed while active.");
    return "It was destroyed while active and left no thread behind.";
}

constexpr Check checks[] = {
    {"life-start", "In a host that offers every extension, each step of the life cycle answers OK.",
     &life_start},
    {"plugin-complete",
     "The plug-in that create makes has all its functions and the same id as the entry's descriptor.",
     &plugin_complete},
    {"life-wrong-order",
     "A step at the wrong point of the life cycle answers WRONG_STATE and does nothing; deactivate does "
     "nothing when the plug-in is not active.",
     &wrong_order},
    {"calls-outside-active",
     "The functions of the extensions answer WRONG_STATE before activate and after deactivate.",
     &calls_outside_active},
    {"reactivate", "A plug-in can be activated again after deactivate.", &reactivate},
    {"activate-failure",
     "A failed activate leaves everything as it was: the plug-in can be activated again or destroyed.",
     &activate_failure},
    {"destroy-while-active", "destroy deactivates a plug-in that is still active.", &destroy_while_active},
};

}  // namespace

std::span<const Check> life_checks() {
    return checks;
}

}  // namespace validator
