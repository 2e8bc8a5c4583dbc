// Which time has passed, by what a host gives.

#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "core/time.hpp"
#include "entry/host_clock.hpp"

using namespace send_text;
using namespace std::chrono_literals;

namespace {

std::int64_t in_milliseconds(Milliseconds time) {
    return time.count();
}

/// A host that moves its time. The contract's functions have no context of their own.
struct MovedHost {
    static inline std::int64_t shown = 0;
    static inline std::int64_t passed = 0;
    static inline HostClock* asked_within = nullptr;  ///< by the host, while it is asked for the time

    static std::int64_t STAFFING_CALL now(const staffing_host*) noexcept {
        if (asked_within != nullptr) asked_within->monotonic_now();
        return shown;
    }
    static std::int64_t STAFFING_CALL elapsed(const staffing_host*) noexcept { return passed; }

    MovedHost() {
        shown = 1'772'463'600'000;
        passed = 1'000;
        clock.now_milliseconds = &now;
    }

    const staffing_host c{};
    staffing_clock clock{};
    const staffing_monotonic_clock monotonic_clock{&elapsed};
    HostExtensions extensions{c};
    HostClock plugin_clock{extensions};
};

}  // namespace

TEST_CASE("what has passed is what the host says, whatever its clock shows") {
    MovedHost host;
    host.extensions.clock = &host.clock;
    host.extensions.monotonic_clock = &host.monotonic_clock;
    MovedHost::shown += in_milliseconds(720h);
    CHECK(host.plugin_clock.monotonic_now() == MonotonicTime(1s));
    MovedHost::passed += in_milliseconds(1h);
    CHECK(host.plugin_clock.monotonic_now() == MonotonicTime(1s) + 1h);
    CHECK(host.plugin_clock.now() == TimePoint(Milliseconds(MovedHost::shown)));
}

TEST_CASE("in a host of 1.1 that moves time, all that its clock goes forward has passed") {
    MovedHost host;
    host.extensions.clock = &host.clock;
    const MonotonicTime before = host.plugin_clock.monotonic_now();
    const auto passed = [&] { return host.plugin_clock.monotonic_now() - before; };
    MovedHost::shown += in_milliseconds(24h);
    CHECK(passed() == 24h);
    MovedHost::shown -= in_milliseconds(2h);
    CHECK(passed() == 24h);
    MovedHost::shown += in_milliseconds(1h);
    CHECK(passed() == 25h);
}

TEST_CASE("a host that asks the plug-in something while it is asked for the time is answered") {
    MovedHost host;
    host.extensions.clock = &host.clock;
    MovedHost::asked_within = &host.plugin_clock;
    const MonotonicTime before = host.plugin_clock.monotonic_now();
    MovedHost::shown += in_milliseconds(1h);
    CHECK(host.plugin_clock.monotonic_now() == before + 1h);
    MovedHost::asked_within = nullptr;
}

TEST_CASE("a host whose clock shows no date that there is leaves room to count") {
    MovedHost host;
    host.extensions.clock = &host.clock;
    host.extensions.monotonic_clock = &host.monotonic_clock;
    for (const std::int64_t shown : {INT64_MAX, INT64_MIN}) {
        MovedHost::shown = MovedHost::passed = shown;
        const TimePoint day_later = host.plugin_clock.now() + 24h;
        CHECK(host.plugin_clock.now() < day_later);
        const MonotonicTime in_an_hour = host.plugin_clock.monotonic_now() + 1h;
        CHECK(host.plugin_clock.deadline_of(in_an_hour) == host.plugin_clock.now() + 1h);
    }
    MovedHost::shown = INT64_MAX;
    CHECK(host.plugin_clock.now() == TimePoint(253'402'300'799'999ms));  // 9999-12-31T23:59:59.999Z
}

TEST_CASE("a host that gives no clock leaves it to the system's") {
    const MovedHost host;
    const MonotonicTime before = SystemClock().monotonic_now();
    const MonotonicTime reported_at = host.plugin_clock.monotonic_now();
    CHECK(before <= reported_at);
    CHECK(reported_at <= SystemClock().monotonic_now());
}
