#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/loader/worker_call.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

constexpr std::chrono::seconds guard{60};

struct RunningPlugin {
    HostForTests test;
    PluginLibrary library{FIXTURE_PLUGIN};
    LoadedPlugin loaded{library, *test.host};
    PluginCalls calls{loaded.life()};
    MenuTarget target{STAFFING_MENU_PLACE_EMPLOYEE_RECORD, {{RecordKind::employee, 5814}}, 0};

    RunningPlugin() { loaded.activate(); }
};

}  // namespace

TEST_CASE("a menu item, a dialog, a worker that waits for an hour, and a message on the record") {
    RunningPlugin plugin;
    Host& host = *plugin.test.host;
    const auto items = plugin.calls.menu_items(plugin.target);
    REQUIRE(items.size() == 1);
    REQUIRE(items[0].is_enabled);
    plugin.calls.perform(plugin.target, items[0].action_id);
    REQUIRE(host.dialogs().ids() == std::vector<std::uint64_t>{1});
    host.dialogs().choose_row_action(1, "people", "first", "remove");
    REQUIRE(host.dialogs().view(1)["elements"][0]["rows"].empty());
    host.dialogs().press(1, "greet");
    wait_until_settled(host, guard);
    REQUIRE(host.dialogs().ids() == std::vector<std::uint64_t>{2});

    Messages& messages = plugin.test.database->messages();
    REQUIRE(messages.of_record({RecordKind::employee, 5814}).empty());
    host.virtual_clock()->advance(3'600'000);
    wait_until_settled(host, guard);
    REQUIRE(messages.of_record({RecordKind::employee, 5814}).size() == 1);
    REQUIRE(host.log().misbehaviour().empty());
}

TEST_CASE("who may not text sees the item disabled, with the reason, and is refused") {
    RunningPlugin plugin;
    plugin.test.host->session().log_in("pkowalski");
    const auto items = plugin.calls.menu_items(plugin.target);
    REQUIRE_FALSE(items.at(0).is_enabled);
    REQUIRE_THAT(items[0].disabled_reason, ContainsSubstring("may not text"));
    REQUIRE_THROWS_MATCHES(plugin.calls.perform(plugin.target, "greet"), staffing::StatusError,
                           MessageMatches(ContainsSubstring("may not text")));
}

TEST_CASE("a plug-in that breaks the contract is refused and noted") {
    RunningPlugin plugin;
    plugin.calls.perform(plugin.target, "call on the wrong thread");
    REQUIRE_THROWS_AS(plugin.calls.perform(plugin.target, "open a bad dialog"), staffing::StatusError);
    const auto noted = plugin.test.host->log().misbehaviour();
    REQUIRE(noted.size() == 2);
    REQUIRE_THAT(noted[0], ContainsSubstring("message_log.add"));
    REQUIRE_THAT(noted[1], ContainsSubstring("lacks \"elements\""));
}

TEST_CASE("settings are described, changed, and refused key by key") {
    RunningPlugin plugin;
    REQUIRE(plugin.calls.describe_settings()["settings"][0]["key"] == "words");
    REQUIRE(plugin.calls.change_settings({{"words", "short"}}).empty());
    const auto problems = plugin.calls.change_settings({{"words", "much, much, much too long"}});
    REQUIRE(problems == std::map<std::string, std::string>{{"words", "That is too long."}});
}

TEST_CASE("an extension that the plug-in lacks is said to be lacking") {
    RunningPlugin plugin;
    REQUIRE_FALSE(plugin.calls.logs_messages());
    REQUIRE_THROWS_MATCHES(plugin.calls.flush(), staffing::StatusError,
                           MessageMatches(ContainsSubstring("does not offer staffing.message_logger/1")));
}
