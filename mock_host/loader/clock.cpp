#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/virtual_clock.hpp"

namespace mock_host {

namespace {

VirtualClock& clock_of(Host& host) {
    VirtualClock* const clock = host.virtual_clock();
    if (clock == nullptr) {
        throw staffing::StatusError(STAFFING_STATUS_NOT_SUPPORTED, "This host does not move time.");
    }
    return *clock;
}

std::int64_t STAFFING_CALL now_milliseconds(const staffing_host* host) noexcept {
    std::int64_t now_ms = 0;
    host_call(host, "clock.now_milliseconds", CalledOn::any_thread, nullptr,
              [&](Host& self) { now_ms = self.now_ms(); });
    return now_ms;
}

staffing_status STAFFING_CALL open_waiter(const staffing_host* host, std::uint64_t* waiter_id) noexcept {
    return host_call(host, "clock.open_waiter", CalledOn::any_thread, nullptr, [&](Host& self) {
        staffing::required(waiter_id, "a place for the waiter's id");
        *waiter_id = clock_of(self).open_waiter();
    });
}

staffing_status STAFFING_CALL wait_until(const staffing_host* host, std::uint64_t waiter_id,
                                         std::int64_t deadline_milliseconds) noexcept {
    return host_call(host, "clock.wait_until", CalledOn::worker, nullptr,
                     [&](Host& self) { clock_of(self).wait_until(waiter_id, deadline_milliseconds); });
}

staffing_status STAFFING_CALL wake(const staffing_host* host, std::uint64_t waiter_id) noexcept {
    return host_call(host, "clock.wake", CalledOn::any_thread, nullptr,
                     [&](Host& self) { clock_of(self).wake(waiter_id); });
}

staffing_status STAFFING_CALL close_waiter(const staffing_host* host, std::uint64_t waiter_id) noexcept {
    return host_call(host, "clock.close_waiter", CalledOn::any_thread, nullptr,
                     [&](Host& self) { clock_of(self).close_waiter(waiter_id); });
}

std::int64_t STAFFING_CALL elapsed_milliseconds(const staffing_host* host) noexcept {
    std::int64_t elapsed_ms = 0;
    host_call(host, "monotonic_clock.elapsed_milliseconds", CalledOn::any_thread, nullptr,
              [&](Host& self) { elapsed_ms = self.elapsed_ms(); });
    return elapsed_ms;
}

}  // namespace

const staffing_clock& clock_table() {
    static constexpr staffing_clock table{&now_milliseconds, &open_waiter, &wait_until, &wake, &close_waiter};
    return table;
}

const staffing_monotonic_clock& monotonic_clock_table() {
    static constexpr staffing_monotonic_clock table{&elapsed_milliseconds};
    return table;
}

}  // namespace mock_host
