#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <stdexcept>
#include <thread>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/loader/virtual_clock.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/clock.h"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::chrono::seconds guard{60};
constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

/// A thread that waits for a time, notes it, and waits for the next: 10, 20, 30 … ms after the start.
class Ticker {
  public:
    Ticker(VirtualClock& clock, Host& host) : clock_(clock), host_(host), waiter_(clock.open_waiter()) {
        thread_ = std::thread([this] { run(); });
    }
    ~Ticker() {
        stopping_ = true;
        clock_.wake(waiter_);
        thread_.join();
        clock_.close_waiter(waiter_);
    }

    std::atomic<int> ticks{0};
    std::atomic<int> tasks_run{0};

  private:
    void run() {
        std::int64_t next_ms = HostForTests::start_ms + 10;
        while (!stopping_) {
            clock_.wait_until(waiter_, next_ms);
            if (clock_.now_ms() < next_ms) continue;
            ++ticks;
            next_ms += 10;
            host_.main_thread().post({this, [](void* self) { ++static_cast<Ticker*>(self)->tasks_run; }});
        }
    }

    VirtualClock& clock_;
    Host& host_;
    const std::uint64_t waiter_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace

TEST_CASE("when it is settled, all that was due is done, tasks of the main thread too") {
    HostForTests test;
    VirtualClock& clock = *test.host->virtual_clock();
    Ticker ticker(clock, *test.host);
    wait_until_settled(*test.host, guard);
    REQUIRE(ticker.ticks == 0);
    for (int round = 1; round <= 50; ++round) {
        clock.advance(10);
        wait_until_settled(*test.host, guard);
        REQUIRE(ticker.ticks == round);
        REQUIRE(ticker.tasks_run == round);
    }
    clock.advance(1000);
    wait_until_settled(*test.host, guard);
    REQUIRE(ticker.ticks == 150);
}

TEST_CASE("a wake ends a wait, and one that comes first ends the next") {
    HostForTests test;
    VirtualClock& clock = *test.host->virtual_clock();
    const std::uint64_t waiter = clock.open_waiter();
    REQUIRE_FALSE(clock.is_settled());
    REQUIRE_THAT(clock.busy_waiters(), ContainsSubstring("waiter 1 has not begun to wait"));
    clock.wake(waiter);
    clock.wait_until(waiter, STAFFING_CLOCK_NO_DEADLINE);
    std::thread waiting([&] { clock.wait_until(waiter, STAFFING_CLOCK_NO_DEADLINE); });
    wait_until_settled(*test.host, guard);
    REQUIRE(clock.is_settled());
    clock.wake(waiter);
    waiting.join();
    REQUIRE_FALSE(clock.is_settled());
    clock.close_waiter(waiter);
    REQUIRE(clock.is_settled());
}

TEST_CASE("a waiter is for one thread, and is gone when closed") {
    HostForTests test;
    VirtualClock& clock = *test.host->virtual_clock();
    const std::uint64_t waiter = clock.open_waiter();
    std::thread waiting([&] { clock.wait_until(waiter, STAFFING_CLOCK_NO_DEADLINE); });
    wait_until_settled(*test.host, guard);
    REQUIRE_THROWS_AS(clock.wait_until(waiter, 0), staffing::StatusError);
    REQUIRE_THROWS_AS(clock.close_waiter(waiter), staffing::StatusError);
    REQUIRE(clock.close_left_behind() == 0);
    clock.wake(waiter);
    waiting.join();
    clock.close_waiter(waiter);
    REQUIRE_THROWS_AS(clock.wake(waiter), staffing::StatusError);
    REQUIRE(clock.open_waiter() != waiter);
    REQUIRE(clock.close_left_behind() == 1);
}

TEST_CASE("time does not go back, whatever is done to the clock") {
    HostForTests test;
    VirtualClock& clock = *test.host->virtual_clock();
    REQUIRE_THROWS_AS(clock.advance(-1), std::invalid_argument);
    const std::int64_t elapsed_ms = test.host->elapsed_ms();
    for (const std::int64_t ahead_ms : {30 * day_ms, -hour_ms, std::int64_t{0}}) {
        clock.set_ahead(ahead_ms);
        CHECK(clock.now_ms() == HostForTests::start_ms + ahead_ms);
        CHECK(clock.right_ms() == HostForTests::start_ms);
        CHECK(test.host->elapsed_ms() == elapsed_ms);
    }
    clock.set_ahead(-hour_ms);
    clock.advance(day_ms);
    CHECK(clock.now_ms() == HostForTests::start_ms + day_ms - hour_ms);
    CHECK(clock.right_ms() == HostForTests::start_ms + day_ms);
    CHECK(test.host->elapsed_ms() == elapsed_ms + day_ms);
}

TEST_CASE("a clock that is set ends every wait, or the next one: a deadline is another one then") {
    HostForTests test;
    VirtualClock& clock = *test.host->virtual_clock();
    const std::int64_t ahead_ms = GENERATE(hour_ms, -hour_ms);
    const std::uint64_t waited_in = clock.open_waiter();
    const std::uint64_t not_yet = clock.open_waiter();
    std::thread waiting([&] { clock.wait_until(waited_in, HostForTests::start_ms + day_ms); });
    while (clock.busy_waiters() != "waiter 2 has not begun to wait\n")
        std::this_thread::yield();
    clock.set_ahead(ahead_ms);
    waiting.join();
    clock.wait_until(not_yet, STAFFING_CLOCK_NO_DEADLINE);
    clock.close_waiter(waited_in);
    clock.close_waiter(not_yet);
}

TEST_CASE("a plug-in is told what has passed, by the clock that is moved or else by the system's") {
    HostForTests test;
    const auto* const moved = test.extension<staffing_monotonic_clock>(STAFFING_EXT_MONOTONIC_CLOCK);
    REQUIRE(moved != nullptr);
    const std::int64_t before_ms = moved->elapsed_milliseconds(test.c());
    test.host->virtual_clock()->set_ahead(30 * day_ms);
    test.host->virtual_clock()->advance(hour_ms);
    CHECK(moved->elapsed_milliseconds(test.c()) == before_ms + hour_ms);

    HostOptions options;
    options.data_folder = test.folder.path();
    options.plugin_id = "com.example.real";
    const Host real(*test.database, options);
    const std::int64_t first_ms = steady_milliseconds();
    const std::int64_t reported_ms = monotonic_clock_table().elapsed_milliseconds(&real.c());
    CHECK(first_ms <= reported_ms);
    CHECK(reported_ms <= steady_milliseconds());
}

TEST_CASE("who does not come to rest is named when the guard has passed") {
    HostForTests test;
    test.host->virtual_clock()->open_waiter();
    try {
        wait_until_settled(*test.host, std::chrono::seconds(0));
        FAIL("it is not settled");
    } catch (const Hang& e) {
        REQUIRE_THAT(e.what(), ContainsSubstring("waiter 1 has not begun to wait"));
    }
}

TEST_CASE("a worker's call is done while the main thread runs tasks, and its exception comes back") {
    HostForTests test;
    std::atomic<bool> has_run{false};
    on_worker(*test.host, guard, [&] {
        REQUIRE_FALSE(test.host->main_thread().is_current());
        test.host->main_thread().post(
            {&has_run, [](void* flag) { *static_cast<std::atomic<bool>*>(flag) = true; }});
        while (!has_run)
            std::this_thread::yield();
    });
    REQUIRE(has_run);
    REQUIRE_THROWS_AS(on_worker(*test.host, guard, [] { throw std::out_of_range("no"); }), std::out_of_range);
}
