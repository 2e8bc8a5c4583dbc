// Which time has passed, by what a host gives.

#include <catch2/catch_test_macros.hpp>

#include "entry/host_clock.hpp"

using namespace send_text;

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

/// A host that moves its time. The contract's functions have no context of their own.
struct MovedHost {
    static inline std::int64_t shown_ms = 0;
    static inline std::int64_t elapsed_ms = 0;
    static inline HostClock* asked_within = nullptr;  ///< by the host, while it is asked for the time

    static std::int64_t STAFFING_CALL now(const staffing_host*) noexcept {
        if (asked_within != nullptr) asked_within->monotonic_ms();
        return shown_ms;
    }
    static std::int64_t STAFFING_CALL elapsed(const staffing_host*) noexcept { return elapsed_ms; }

    MovedHost() {
        shown_ms = 1'772'463'600'000;
        elapsed_ms = 1'000;
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
    MovedHost::shown_ms += 30 * 24 * hour_ms;
    CHECK(host.plugin_clock.monotonic_ms() == 1'000);
    MovedHost::elapsed_ms += hour_ms;
    CHECK(host.plugin_clock.monotonic_ms() == 1'000 + hour_ms);
    CHECK(host.plugin_clock.now_ms() == MovedHost::shown_ms);
}

TEST_CASE("in a host of 1.1 that moves time, all that its clock goes forward has passed") {
    MovedHost host;
    host.extensions.clock = &host.clock;
    const std::int64_t before_ms = host.plugin_clock.monotonic_ms();
    const auto passed_ms = [&] { return host.plugin_clock.monotonic_ms() - before_ms; };
    MovedHost::shown_ms += 24 * hour_ms;
    CHECK(passed_ms() == 24 * hour_ms);
    MovedHost::shown_ms -= 2 * hour_ms;
    CHECK(passed_ms() == 24 * hour_ms);
    MovedHost::shown_ms += hour_ms;
    CHECK(passed_ms() == 25 * hour_ms);
}

TEST_CASE("a host that asks the plug-in something while it is asked for the time is answered") {
    MovedHost host;
    host.extensions.clock = &host.clock;
    MovedHost::asked_within = &host.plugin_clock;
    const std::int64_t before_ms = host.plugin_clock.monotonic_ms();
    MovedHost::shown_ms += hour_ms;
    CHECK(host.plugin_clock.monotonic_ms() == before_ms + hour_ms);
    MovedHost::asked_within = nullptr;
}

TEST_CASE("a host whose clock shows no date that there is leaves room to count") {
    MovedHost host;
    host.extensions.clock = &host.clock;
    host.extensions.monotonic_clock = &host.monotonic_clock;
    for (const std::int64_t shown_ms : {INT64_MAX, INT64_MIN}) {
        MovedHost::shown_ms = MovedHost::elapsed_ms = shown_ms;
        const std::int64_t day_later_ms = host.plugin_clock.now_ms() + 24 * hour_ms;
        CHECK(host.plugin_clock.now_ms() < day_later_ms);
        const std::int64_t in_an_hour_ms = host.plugin_clock.monotonic_ms() + hour_ms;
        CHECK(host.plugin_clock.deadline_of(in_an_hour_ms) == host.plugin_clock.now_ms() + hour_ms);
    }
    MovedHost::shown_ms = INT64_MAX;
    CHECK(host.plugin_clock.now_ms() == 253'402'300'799'999);  // 9999-12-31T23:59:59.999Z
}

TEST_CASE("a host that gives no clock leaves it to the system's") {
    const MovedHost host;
    const std::int64_t before_ms = SystemClock().monotonic_ms();
    const std::int64_t reported_ms = host.plugin_clock.monotonic_ms();
    CHECK(before_ms <= reported_ms);
    CHECK(reported_ms <= SystemClock().monotonic_ms());
}
