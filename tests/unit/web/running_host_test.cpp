#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/web/api_request.hpp"
#include "mock_host/web/clock_file.hpp"
#include "mock_host/web/event_hub.hpp"
#include "support/running_host.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("work is done on the main thread, one after the other, and throws where it was asked for") {
    Running running;
    std::thread::id first, second;
    running.host().on_main_thread([&](Host& host) {
        first = std::this_thread::get_id();
        REQUIRE(host.main_thread().is_current());
        running.host().on_main_thread([&](Host&) { second = std::this_thread::get_id(); });
    });
    REQUIRE(first == second);
    REQUIRE(first != std::this_thread::get_id());
    REQUIRE_THROWS_AS(running.host().on_main_thread([](Host&) { throw NotFound("Not there."); }), NotFound);
}

TEST_CASE("when the host has ended nobody waits for it") {
    Running running;
    running.end();
    REQUIRE_THROWS_AS(running.host().on_main_thread([](Host&) {}), ApiError);
    REQUIRE_THROWS_AS(running.host().load(FIXTURE_PLUGIN), ApiError);
    REQUIRE(running.host().events().has_ended());
}

TEST_CASE("pages are told what changed in the host") {
    Running running;
    EventHub::Listener listener(running.host().events());
    const auto wait_for = [&](const std::string& topic) {
        while (!listener.wait(std::chrono::hours(1)).contains(topic)) {
        }
    };
    running.host().advance_clock(1000);
    wait_for("clock");
    running.host().on_main_thread([](Host& host) {
        host.notifications().add({0, STAFFING_NOTIFICATION_WARNING, 1, "Title", "Text", {}});
    });
    wait_for("notifications");
    running.host().on_main_thread([](Host& host) {
        host.database().messages().add(
            {"", "Text", "Hello", 1, {{RecordKind::employee, 5814}}, host.now_ms()});
    });
    wait_for("messages");
    running.carrier().reply("+16515550101", "+16515550100", "Hello");
    wait_for("handsets");
    running.host().on_main_thread([](Host& host) { host.plugin_misbehaves("It did."); });
    wait_for("plugin");
}

TEST_CASE("the clock goes on, moves forward, and the carrier's follows") {
    constexpr std::int64_t day_ms = 86'400'000;
    Running running;
    REQUIRE(running.host().now_ms() >= Running::start_ms);
    running.host().advance_clock(day_ms);
    const std::int64_t now_ms = running.host().now_ms();
    REQUIRE(now_ms >= Running::start_ms + day_ms);
    running.host().on_main_thread([&](Host& host) { REQUIRE(host.now_ms() >= now_ms); });
    running.carrier().reply("+16515550101", "+16515550100", "Hello");
    const std::string when = running.carrier().all_handsets()[0]["replies"][0]["when"];
    REQUIRE(milliseconds_from_iso(when).value() >= Running::start_ms + day_ms);
    REQUIRE_THROWS_AS(running.host().advance_clock(-1), std::invalid_argument);
    while (running.host().now_ms() == now_ms)  // real time passes
        std::this_thread::yield();
}

TEST_CASE("a carrier that is gone is told of once") {
    Running running;
    running.end_carrier();
    running.host().advance_clock(60'000);
    running.host().advance_clock(60'000);
    running.host().on_main_thread([](Host& host) {
        int warnings = 0;
        for (const LogLine& line : host.log().lines())
            warnings += line.text.find("The carrier's clock could not be set") != std::string::npos ? 1 : 0;
        REQUIRE(warnings == 1);
    });
}

TEST_CASE("the clock never goes back from one run to the next") {
    const TemporaryFolder folder;
    std::int64_t last_ms = 0;
    {
        Running running(folder.path());
        running.host().advance_clock(7'200'000);
        running.end();
        last_ms = running.host().now_ms();
    }
    Running running(folder.path());
    REQUIRE(running.host().now_ms() >= last_ms);
    REQUIRE(running.host().now_ms() < last_ms + 60'000);
}

TEST_CASE("the clock does not even go back when the program was killed") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "clock";
    {
        ClockFile clock(file, Running::start_ms);
        REQUIRE(clock.start_ms() == Running::start_ms);
        for (std::int64_t now_ms = Running::start_ms; now_ms < Running::start_ms + 30'000; now_ms += 100)
            clock.keep(now_ms);
    }
    ClockFile again(file, 0);
    REQUIRE(again.start_ms() >= Running::start_ms + 29'900);
    again.finish(again.start_ms() + 1);
    REQUIRE(ClockFile(file, 0).start_ms() == again.start_ms() + 1000);
}

TEST_CASE(
    "a clock that was set stays wrong over a restart, the carrier's stays right, and it can be corrected") {
    constexpr std::int64_t month_ms = 30 * std::int64_t{86'400'000};
    const TemporaryFolder folder;
    std::int64_t last_ms = 0;
    {
        Running running(folder.path());
        running.host().set_clock_ahead(month_ms);
        running.end();
        last_ms = running.host().right_ms();
    }
    Running running(folder.path());
    REQUIRE(running.host().clock_ahead_ms() == month_ms);
    REQUIRE(running.host().now_ms() >= last_ms + month_ms);
    running.host().on_main_thread([&](Host& host) { REQUIRE(host.now_ms() >= last_ms + month_ms); });
    running.carrier().reply("+16515550101", "+16515550100", "Hello");
    const std::string when = running.carrier().all_handsets()[0]["replies"][0]["when"];
    REQUIRE(milliseconds_from_iso(when).value() < last_ms + month_ms);
    running.host().set_clock_ahead(0);
    REQUIRE(running.host().now_ms() < last_ms + month_ms);
}

TEST_CASE("a clock file that holds no time is not passed over") {
    const TemporaryFolder folder;
    const char* const words = GENERATE("yesterday\n", "2026-03-02T18:00:00Z\nahead\n",
                                       "2026-03-02T18:00:00Z\nahead_milliseconds soon\n");
    std::ofstream(folder.path() / "clock") << words;
    REQUIRE_THROWS_WITH(ClockFile(folder.path() / "clock", 0), ContainsSubstring("holds no time"));
}
