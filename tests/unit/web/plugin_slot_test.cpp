#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <functional>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/web/api_request.hpp"
#include "support/running_host.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Whether this process has a library in its memory.
bool is_mapped(const std::string& library) {
    std::ifstream maps("/proc/self/maps");
    std::string line;
    while (std::getline(maps, line)) {
        if (line.ends_with(library)) return true;
    }
    return false;
}

std::string menu_of(RunningHost& host) {
    std::string labels;
    host.with_plugin_on_main_thread([&](Host&, const PluginCalls& plugin) {
        for (const MenuItem& item :
             plugin.menu_items({STAFFING_MENU_PLACE_EMPLOYEE_RECORD, {{RecordKind::employee, 5814}}, 0}))
            labels += item.label + ";";
    });
    return labels;
}

bool refuses_calls(RunningHost& host) {
    try {
        host.with_plugin([](Host&, const PluginCalls&) {});
        return false;
    } catch (const NoPlugin&) {
        return true;
    }
}

}  // namespace

TEST_CASE("a plug-in is loaded, let go and loaded again") {
    Running running;
    RunningHost& host = running.host();
    REQUIRE(host.plugin().state == "none");
    REQUIRE_THROWS_AS(menu_of(host), NoPlugin);
    REQUIRE_THROWS_AS(host.reload(), NoPlugin);
    host.unload();

    host.load(FIXTURE_PLUGIN);
    const PluginStatus status = host.plugin();
    REQUIRE(status.state == "active");
    REQUIRE(status.path == FIXTURE_PLUGIN);
    REQUIRE(status.id == "com.example.fixture");
    REQUIRE_FALSE(status.offers.empty());
    REQUIRE_FALSE(status.asked.back().is_given);
    REQUIRE(menu_of(host) == "Greet;");

    host.unload();
    REQUIRE(host.plugin().state == "none");
    REQUIRE(host.plugin().id.empty());
    REQUIRE_THROWS_AS(menu_of(host), NoPlugin);

    host.reload();
    REQUIRE(menu_of(host) == "Greet;");
    host.reload();
    REQUIRE(menu_of(host) == "Greet;");
}

// The fixture's library has unique symbols, which no process lets go; Send Text's has none.
TEST_CASE("the library of a plug-in that is unloaded is really let go") {
    Running running;
    running.host().load(SEND_TEXT);
    REQUIRE(is_mapped(SEND_TEXT));
    running.host().unload();
    REQUIRE_FALSE(is_mapped(SEND_TEXT));
    running.host().reload();
    REQUIRE(is_mapped(SEND_TEXT));
    running.end();
    REQUIRE_FALSE(is_mapped(SEND_TEXT));
}

TEST_CASE("a plug-in that cannot be loaded is shown with its words, and the host goes on without") {
    Running running;
    RunningHost& host = running.host();
    for (const std::string library : {NO_PLUGIN, "/no/such/library.so"}) {
        CAPTURE(library);
        host.load(FIXTURE_PLUGIN);
        REQUIRE_THROWS_WITH(host.load(library), ContainsSubstring(library));
        REQUIRE(host.plugin().state == "failed");
        REQUIRE(host.plugin().path == library);
        REQUIRE_THAT(host.plugin().error, ContainsSubstring(library));
        REQUIRE_FALSE(is_mapped(library));
        REQUIRE(refuses_calls(host));
        host.on_main_thread([&](Host& running_host) {
            REQUIRE_THAT(running_host.log().lines().back().text, ContainsSubstring(library));
        });
    }
    host.load(FIXTURE_PLUGIN);
    REQUIRE(menu_of(host) == "Greet;");
    REQUIRE(host.plugin().error.empty());
}

TEST_CASE("another plug-in finds the same user logged in, the same time and what people were told") {
    Running running;
    RunningHost& host = running.host();
    host.load(FIXTURE_PLUGIN);
    host.advance_clock(3'600'000);
    host.on_main_thread([](Host& now) {
        now.session().log_in("mjohansen");
        now.notifications().add({now.now_ms(), STAFFING_NOTIFICATION_INFO, 0, "Title", "Text", {}});
    });
    host.load(SEND_TEXT);
    REQUIRE(host.plugin().id != "com.example.fixture");
    REQUIRE(menu_of(host) == "Send Text;");
    host.on_main_thread([](Host& now) {
        REQUIRE(now.session().current()->user.login_name == "mjohansen");
        REQUIRE(now.notifications().all().front().title == "Title");
        REQUIRE(now.now_ms() >= Running::start_ms + 3'600'000);
    });
}

TEST_CASE("a call under way is waited for, new ones are refused, and the main thread works on meanwhile") {
    Running running;
    RunningHost& host = running.host();
    host.load(FIXTURE_PLUGIN);
    std::atomic<bool> is_inside{false};
    std::atomic<bool> may_leave{false};
    std::atomic<bool> is_unloaded{false};
    bool was_there = false;
    std::thread caller([&] {
        host.with_plugin([&](Host&, const PluginCalls& plugin) {
            is_inside = true;
            is_inside.notify_all();
            may_leave.wait(false);
            host.on_main_thread([&](Host&) { was_there = plugin.describe_accounts().is_object(); });
        });
    });
    is_inside.wait(false);
    std::thread unloader([&] {
        host.unload();
        is_unloaded = true;
    });
    while (!refuses_calls(host))
        std::this_thread::yield();
    REQUIRE_THROWS_WITH(menu_of(host), "The plug-in is being unloaded.");
    bool is_alive = false;
    host.on_main_thread([&](Host&) { is_alive = true; });
    REQUIRE(is_alive);
    REQUIRE_FALSE(is_unloaded);
    may_leave = true;
    may_leave.notify_all();
    caller.join();
    unloader.join();
    REQUIRE(was_there);
    REQUIRE(host.plugin().state == "none");
}

TEST_CASE("each plug-in is prepared once") {
    const TemporaryFolder folder;
    CarrierServer simulator;
    simulator.start();
    CarrierControl carrier(simulator.base_url());
    const auto database = StaffingDatabase::in_memory();
    std::vector<std::string> prepared;
    RunningHostOptions options;
    options.data_folder = folder.path();
    options.prepare_plugin = [&](RunningHost& host) { prepared.push_back(host.plugin().id); };
    RunningHost host(*database, carrier, options);
    std::thread user([&] {
        host.load(FIXTURE_PLUGIN);
        host.reload();
        host.stop();
    });
    host.run();
    user.join();
    REQUIRE(prepared == std::vector<std::string>{"com.example.fixture"});
}
