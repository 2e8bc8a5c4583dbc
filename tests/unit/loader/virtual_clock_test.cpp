#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <stdexcept>
#include <thread>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/virtual_clock.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/clock.h"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::chrono::seconds guard{60};

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

TEST_CASE("time does not go back") {
    HostForTests test;
    REQUIRE_THROWS_AS(test.host->virtual_clock()->set(HostForTests::start_ms - 1), std::invalid_argument);
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
