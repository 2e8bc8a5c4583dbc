#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <vector>

#include "staffing_cpp/plugin_life.hpp"
#include "unit/glue/error_words.hpp"
#include "unit/glue/recording_plugin.hpp"

using staffing::PluginLife;
using Steps = std::vector<std::string>;

namespace {

/// Stands before the recording plug-in's entry: counts, and gives what it is told to give instead.
struct ScriptedEntry {
    static inline int open_inits = 0;
    static inline bool init_fails = false;
    static inline bool create_gives_nothing = false;
    static inline const staffing_plugin* instead = nullptr;

    staffing_plugin_entry entry = *RecordingExport::entry();

    ScriptedEntry() {
        open_inits = 0;
        init_fails = create_gives_nothing = false;
        instead = nullptr;
        entry.init = [](const staffing_string* path, const staffing_error_sink* error) {
            if (init_fails) {
                staffing::write_to(error, "The library cannot start.");
                return STAFFING_STATUS_UNAVAILABLE;
            }
            ++open_inits;
            return RecordingExport::entry()->init(path, error);
        };
        entry.deinit = [] {
            --open_inits;
            RecordingExport::entry()->deinit();
        };
        entry.create = [](const staffing_host* host, const staffing_plugin** plugin,
                          const staffing_error_sink* error) {
            if (create_gives_nothing || instead != nullptr) {
                *plugin = instead;
                return STAFFING_STATUS_OK;
            }
            return RecordingExport::entry()->create(host, plugin, error);
        };
    }
};

Failure start(const ScriptedEntry& scripted, const JournalHost& host) {
    return failure_of([&] { PluginLife(&scripted.entry, host.host, "/opt/host/plugins/recording.so"); });
}

}  // namespace

TEST_CASE("a plug-in's life is taken step by step and undone backwards") {
    const ScriptedEntry scripted;
    JournalHost host;
    {
        PluginLife life(&scripted.entry, host.host, "/opt/host/plugins/recording.so");
        CHECK(ScriptedEntry::open_inits == 1);
        CHECK_FALSE(life.is_active());
        life.activate();
        life.activate();
        CHECK(life.is_active());
        CHECK(life.extension<int>("recording.table/1") == &RecordingPlugin::table);
        CHECK(life.extension<int>("recording.nothing/1") == nullptr);
    }
    CHECK(ScriptedEntry::open_inits == 0);
    CHECK(host.journal.steps == Steps{"create", "init", "activate", "deactivate", "destroy"});
}

TEST_CASE("a table that lacks a function is no table") {
    const ScriptedEntry scripted;
    const JournalHost host;
    const PluginLife life(&scripted.entry, host.host, "/opt/host/plugins/recording.so");
    CHECK(life.extension<staffing_settings>(STAFFING_EXT_SETTINGS) == nullptr);
}

TEST_CASE("what a failed create has written is not believed") {
    ScriptedEntry scripted;
    scripted.entry.create = [](const staffing_host*, const staffing_plugin** plugin,
                               const staffing_error_sink*) {
        *plugin = reinterpret_cast<const staffing_plugin*>(8);  // calling its destroy would be the end
        return STAFFING_STATUS_UNAVAILABLE;
    };
    const JournalHost host;
    CHECK(start(scripted, host).status == STAFFING_STATUS_UNAVAILABLE);
    CHECK(ScriptedEntry::open_inits == 0);
}

TEST_CASE("an activate that failed can be tried again") {
    const ScriptedEntry scripted;
    JournalHost host;
    host.journal.failing_step = "activate";
    PluginLife life(&scripted.entry, host.host, "/opt/host/plugins/recording.so");
    CHECK(failure_of([&] { life.activate(); }).status == STAFFING_STATUS_UNAVAILABLE);
    CHECK_FALSE(life.is_active());
    host.journal.failing_step.clear();
    life.activate();
    CHECK(life.is_active());
}

TEST_CASE("a step that fails undoes those before it") {
    ScriptedEntry scripted;
    JournalHost host;

    SECTION("the entry's init: nothing is undone") {
        ScriptedEntry::init_fails = true;
        const auto failure = start(scripted, host);
        CHECK(failure.status == STAFFING_STATUS_UNAVAILABLE);
        CHECK(failure.words == "The library cannot start.");
        CHECK(host.journal.steps.empty());
    }
    SECTION("create") {
        host.journal.failing_step = "create";
        CHECK(start(scripted, host).words == "create does not work.");
        CHECK(host.journal.steps == Steps{"create"});
    }
    SECTION("init") {
        host.journal.failing_step = "init";
        CHECK(start(scripted, host).words == "init does not work.");
        CHECK(host.journal.steps == Steps{"create", "init", "destroy"});
    }
    SECTION("activate: the plug-in is left as it was, and can be activated later") {
        PluginLife life(&scripted.entry, host.host, "/opt/host/plugins/recording.so");
        host.journal.failing_step = "activate";
        CHECK(failure_of([&] { life.activate(); }).words == "activate does not work.");
        CHECK_FALSE(life.is_active());
        host.journal.failing_step.clear();
        life.activate();
        CHECK(life.is_active());
    }
    CHECK(ScriptedEntry::open_inits == 0);
}

TEST_CASE("a plug-in that breaks the contract is refused, and what was opened is closed") {
    const ScriptedEntry scripted;
    JournalHost host;

    SECTION("create says OK and gives nothing") {
        ScriptedEntry::create_gives_nothing = true;
        CHECK(start(scripted, host).status == STAFFING_STATUS_INVALID_ARGUMENT);
    }
    SECTION("a plug-in struct that is too small: none of its functions is called") {
        staffing_plugin too_small{};
        too_small.struct_size = sizeof(staffing_plugin) - 1;
        ScriptedEntry::instead = &too_small;
        CHECK(start(scripted, host).status == STAFFING_STATUS_STRUCT_TOO_SMALL);
    }
    SECTION("a plug-in without functions") {
        staffing_plugin empty{};
        empty.struct_size = sizeof(staffing_plugin);
        ScriptedEntry::instead = &empty;
        CHECK(start(scripted, host).status == STAFFING_STATUS_INVALID_ARGUMENT);
    }
    CHECK(ScriptedEntry::open_inits == 0);
    CHECK(host.journal.steps.empty());
}

TEST_CASE("an entry is judged before anything of it is called") {
    ScriptedEntry scripted;
    JournalHost host;

    SECTION("another major, in words that name both versions") {
        scripted.entry.version = {2, 4, 0, 0};
        scripted.entry.struct_size = GENERATE(24U, static_cast<unsigned>(sizeof(staffing_plugin_entry)));
        const auto failure = start(scripted, host);
        CHECK(failure.status == STAFFING_STATUS_VERSION_MISMATCH);
        CHECK(failure.words.find("version 2.4 ") != std::string::npos);
        CHECK(failure.words.find("version 1.2.") != std::string::npos);
    }
    SECTION("a newer minor is taken") {
        scripted.entry.version.minor = STAFFING_VERSION_MINOR + 1;
        CHECK(start(scripted, host).status == STAFFING_STATUS_OK);
    }
    SECTION("too small") {
        scripted.entry.struct_size = GENERATE(0U, static_cast<unsigned>(sizeof(staffing_plugin_entry)) - 1);
        CHECK(start(scripted, host).status == STAFFING_STATUS_STRUCT_TOO_SMALL);
    }
    SECTION("a function is missing") {
        scripted.entry.create = nullptr;
        CHECK(start(scripted, host).status == STAFFING_STATUS_INVALID_ARGUMENT);
    }
    SECTION("no entry at all") {
        CHECK(failure_of([&] { PluginLife(nullptr, host.host, "/x"); }).status ==
              STAFFING_STATUS_INVALID_ARGUMENT);
    }
    CHECK(ScriptedEntry::open_inits == 0);
}
