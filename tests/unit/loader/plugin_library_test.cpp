#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_library.hpp"
#include "mock_host/loader/worker_call.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

TEST_CASE("a file that is missing, no library or no plug-in is refused in words that say so") {
    const TemporaryFolder folder;
    REQUIRE_THROWS_MATCHES(
        PluginLibrary(folder.path() / "none.so"), LoadError,
        MessageMatches(ContainsSubstring("There is no file") && ContainsSubstring("none.so")));
    REQUIRE_THROWS_MATCHES(PluginLibrary(folder.path()), LoadError,
                           MessageMatches(ContainsSubstring("not a file")));
    std::ofstream(folder.path() / "text.so") << "no library";
    REQUIRE_THROWS_MATCHES(PluginLibrary(folder.path() / "text.so"), LoadError,
                           MessageMatches(ContainsSubstring("cannot be loaded as a library")));
    REQUIRE_THROWS_MATCHES(PluginLibrary(NO_PLUGIN), LoadError,
                           MessageMatches(ContainsSubstring("does not export staffing_plugin_entry_v1")));
}

TEST_CASE("a plug-in is loaded, says who it is, and lives its life") {
    HostForTests test;
    PluginLibrary library(FIXTURE_PLUGIN);
    REQUIRE(library.plugin_id() == "com.example.fixture");
    {
        LoadedPlugin plugin(library, *test.host);
        REQUIRE(plugin.offered_extensions() ==
                std::vector<std::string>{"staffing.account_actions/1", "staffing.audit/1",
                                         "staffing.dialog_events/1", "staffing.external_service/1",
                                         "staffing.menu/1", "staffing.session_events/1",
                                         "staffing.settings/1"});
        plugin.activate();
        wait_until_settled(*test.host, std::chrono::seconds(60));
        REQUIRE(plugin.life().is_active());
    }
    library.unload();
    REQUIRE(test.host->log().misbehaviour().empty());
}

TEST_CASE("what the plug-in asked for is known, also what the host lacks") {
    HostForTests test({"staffing.dialogs/1"});
    PluginLibrary library(FIXTURE_PLUGIN);
    const LoadedPlugin plugin(library, *test.host);
    std::string lacking;
    for (const Host::Question& question : test.host->questions()) {
        if (!question.is_given) lacking += question.id + " ";
    }
    REQUIRE(lacking == "staffing.dialogs/1 staffing.no_such_thing/1 ");
}

TEST_CASE("a plug-in that refuses its init says why, and can be tried again") {
    PluginLibrary library(FIXTURE_PLUGIN);
    HostForTests poor({"staffing.message_log/1"});
    REQUIRE_THROWS_MATCHES(LoadedPlugin(library, *poor.host), staffing::StatusError,
                           MessageMatches(ContainsSubstring("cannot do without message_log")));
    HostForTests rich;
    LoadedPlugin plugin(library, *rich.host);
    plugin.activate();
    REQUIRE(plugin.life().is_active());
}

TEST_CASE("what was posted and not run is dropped when deactivate has returned") {
    HostForTests test;
    PluginLibrary library(FIXTURE_PLUGIN);
    LoadedPlugin plugin(library, *test.host);
    plugin.activate();
    plugin.deactivate();
    REQUIRE(test.host->main_thread().run_pending() == 0);
    for (const LogLine& line : test.host->log().lines())
        REQUIRE(line.text != "a task ran after deactivate");
    SECTION("and it can be activated again") {
        plugin.activate();
        wait_until_settled(*test.host, std::chrono::seconds(60));
        REQUIRE(test.host->log().misbehaviour().empty());
    }
}
