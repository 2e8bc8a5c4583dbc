#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

void expect_waiter(bool is_there) {
    if (!is_there) throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND, "There is no such waiter.");
}

std::int64_t STAFFING_CALL now_milliseconds(const staffing_host* host) noexcept {
    std::int64_t now_ms = 0;
    host_call(host, "clock.now_milliseconds", CalledOn::any_thread, nullptr,
              [&](const ValidatorHost& self) { now_ms = self.waiters.now_milliseconds(); });
    return now_ms;
}

staffing_status STAFFING_CALL open_waiter(const staffing_host* host, std::uint64_t* waiter_id) noexcept {
    return host_call(host, "clock.open_waiter", CalledOn::any_thread, nullptr, [&](ValidatorHost& self) {
        staffing::required(waiter_id, "a place for the waiter's id");
        *waiter_id = self.waiters.open();
    });
}

staffing_status STAFFING_CALL wait_until(const staffing_host* host, std::uint64_t waiter_id,
                                         std::int64_t deadline_milliseconds) noexcept {
    return host_call(host, "clock.wait_until", CalledOn::worker, nullptr, [&](ValidatorHost& self) {
        expect_waiter(self.waiters.wait_until(waiter_id, deadline_milliseconds));
    });
}

staffing_status STAFFING_CALL wake(const staffing_host* host, std::uint64_t waiter_id) noexcept {
    return host_call(host, "clock.wake", CalledOn::any_thread, nullptr,
                     [&](ValidatorHost& self) { expect_waiter(self.waiters.wake(waiter_id)); });
}

staffing_status STAFFING_CALL close_waiter(const staffing_host* host, std::uint64_t waiter_id) noexcept {
    return host_call(host, "clock.close_waiter", CalledOn::any_thread, nullptr,
                     [&](ValidatorHost& self) { expect_waiter(self.waiters.close(waiter_id)); });
}

std::int64_t STAFFING_CALL elapsed_milliseconds(const staffing_host* host) noexcept {
    host_call(host, "monotonic_clock.elapsed_milliseconds", CalledOn::any_thread, nullptr,
              [](ValidatorHost&) {});
    return ClockWaiters::elapsed_milliseconds();
}

}  // namespace

const staffing_clock clock_table{&now_milliseconds, &open_waiter, &wait_until, &wake, &close_waiter};
const staffing_monotonic_clock monotonic_clock_table{&elapsed_milliseconds};

}  // namespace validator
