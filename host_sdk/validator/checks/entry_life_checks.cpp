#include <filesystem>

#include "host/every_call.hpp"
#include "host/live_plugin.hpp"
#include "runner/outcome.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

using staffing::abi;

/// The value of *plugin before create writes to it.
const staffing_plugin untouched{};

void expect_status(const std::string& what, const Answer& answer, staffing_status wanted) {
    expect(answer.status == wanted,
           what + " answered " + name_of(answer.status) + " instead of " + name_of(wanted) + ".");
}

/// Takes an initialised entry to create and destroy; the answer of create.
Answer made_and_destroyed(const Library& library, const ValidatorHost& host) {
    const staffing_plugin* plugin = &untouched;
    Answer answer = create(library, host.c(), &plugin);
    if (answer.status == STAFFING_STATUS_OK && plugin != nullptr) destroy(*plugin);
    return answer;
}

/// The library, after a look at whether its entry works at all.
struct Entry {
    explicit Entry(const CheckRun& run) : host(HostOptions{.folder = run.scratch}), library(run.plugin_path) {
        const InitialisedLibrary initialised(run.plugin_path);
        const LivePlugin works(initialised, HostOptions{.folder = run.scratch});
    }

    Answer init() const {
        const staffing_string path = abi(library.path());
        return entry_init(library, &path);
    }
    Answer make() const { return made_and_destroyed(library, host); }

    ValidatorHost host;
    Library library;
};

std::string init_counted(const CheckRun& run) {
    const Entry entry(run);
    expect_status("create before the first init", entry.make(), STAFFING_STATUS_WRONG_STATE);
    constexpr int depth = 3;
    for (int count = 1; count <= depth; ++count)
        expect_status("init number " + std::to_string(count), entry.init(), STAFFING_STATUS_OK);
    for (int left = depth; left > 0; --left) {
        expect_status("create with " + std::to_string(left) + " inits left", entry.make(),
                      STAFFING_STATUS_OK);
        entry_deinit(entry.library);
    }
    expect_status("create after the last deinit", entry.make(), STAFFING_STATUS_WRONG_STATE);
    run.step("deinit once too often");
    entry_deinit(entry.library);
    expect_status("init after that", entry.init(), STAFFING_STATUS_OK);
    expect_status("create after a new init", entry.make(), STAFFING_STATUS_OK);
    entry_deinit(entry.library);
    return "create worked with 3, 2 and 1 of 3 inits left and after a new one, and was refused before and "
           "after.";
}

std::string init_failure(const CheckRun& run) {
    const Entry entry(run);
    if (entry.make().status == STAFFING_STATUS_OK) throw Skipped("create works without init.");
    const staffing_string no_data{nullptr, 5};
    const staffing_string no_utf8 = abi("/tmp/\xC3\x28/plugin.so");
    const struct {
        const char* what;
        const staffing_string* path;
        staffing_status status;
    } refused[] = {
        {"init with NULL instead of a path", nullptr, STAFFING_STATUS_INVALID_ARGUMENT},
        {"init with a path that has a size but no data", &no_data, STAFFING_STATUS_INVALID_ARGUMENT},
        {"init with a path that is not UTF-8", &no_utf8, STAFFING_STATUS_INVALID_UTF8}};
    for (const auto& one : refused) {
        run.step(one.what);
        expect_status(one.what, entry_init(entry.library, one.path), one.status);
        expect(entry.make().status != STAFFING_STATUS_OK,
               std::string(one.what) + " was refused, but counted: create works after it.");
    }
    expect_status("init with the right path after that", entry.init(), STAFFING_STATUS_OK);
    expect_status("create after that", entry.make(), STAFFING_STATUS_OK);
    entry_deinit(entry.library);
    expect(entry.make().status != STAFFING_STATUS_OK, "create still works after the deinit that matches.");
    return "3 invalid paths were refused and not counted; then a valid one worked.";
}

/// The calls of the plug-in's extensions that do their work.
std::set<std::string> working_calls(const LivePlugin& plugin) {
    std::set<std::string> working;
    for (const Call& call : every_call(plugin)) {
        const staffing_status status = make(plugin, call).status;
        if (status != STAFFING_STATUS_WRONG_STATE && status != STAFFING_STATUS_INTERNAL_ERROR)
            working.insert(call.name);
    }
    return working;
}

std::string create_twice(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    const auto options = [&](const char* name) {
        return HostOptions{.folder = (std::filesystem::path(run.scratch) / name).string()};
    };
    LivePlugin first(library, options("first"));
    first.init();
    first.activate();
    const std::set<std::string> working = working_calls(first);

    run.step("making a second plug-in while the first is active");
    const ValidatorHost second_host(options("second"));
    const staffing_plugin* made = nullptr;
    const Answer answer = create(library, second_host.c(), &made);
    expect_status("The second create", answer, STAFFING_STATUS_OK);
    expect(made != first.c(), "The second create returned the first plug-in.");
    destroy(*made);
    {
        LivePlugin second(library, options("third"));
        expect_start(second, "With another one active,");
        expect(first.host().asked_for().empty() || !second.host().asked_for().empty(),
               "The second plug-in asked its host for nothing.");
        expect(working_calls(second) == working, "The second plug-in does not work like the first.");
        run.step("ending one of two plug-ins");
    }
    run.step("using the one that is left");
    expect(working_calls(first) == working, "After one was destroyed, the other did not work any more.");
    return "Two plug-ins worked, each in its own host, and one kept working after the other was destroyed.";
}

std::string create_arguments(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    const ValidatorHost host(HostOptions{.folder = run.scratch});
    run.step("create with NULL instead of a host");
    const staffing_plugin* plugin = &untouched;
    expect_status("create with NULL instead of a host", create(library, nullptr, &plugin),
                  STAFFING_STATUS_INVALID_ARGUMENT);
    expect(plugin == nullptr, "create with NULL instead of a host did not write NULL to *plugin.");
    run.step("create with NULL instead of a place for the plug-in");
    expect_status("create with NULL instead of a place for the plug-in", create(library, host.c(), nullptr),
                  STAFFING_STATUS_INVALID_ARGUMENT);
    run.step("create with NULL instead of a host and of an error sink");
    plugin = &untouched;
    const Answer answer{library.entry().create(nullptr, &plugin, nullptr), ""};
    expect_status("create with NULL instead of a host and of an error sink", answer,
                  STAFFING_STATUS_INVALID_ARGUMENT);
    return "NULL was refused for the host and for the plug-in's place.";
}

constexpr Check checks[] = {
    {"entry-init-counted",
     "entry.init is counted: create works from the first init to the last deinit and answers WRONG_STATE "
     "otherwise.",
     &init_counted},
    {"entry-init-failure", "entry.init refuses an invalid path, and a failed init is not counted.",
     &init_failure},
    {"create-twice", "create may be called again, and each plug-in works independently.", &create_twice},
    {"create-arguments", "create refuses NULL with INVALID_ARGUMENT and sets *plugin to NULL.",
     &create_arguments},
};

}  // namespace

std::span<const Check> entry_life_checks() {
    return checks;
}

}  // namespace validator
