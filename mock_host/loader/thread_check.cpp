#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"

namespace mock_host {

namespace {

std::int32_t STAFFING_CALL is_main_thread(const staffing_host* host) noexcept {
    std::int32_t answer = 0;
    host_call(host, "thread_check.is_main_thread", CalledOn::any_thread, nullptr,
              [&](Host& self) { answer = self.main_thread().is_current() ? 1 : 0; });
    return answer;
}

}  // namespace

const staffing_thread_check& thread_check_table() {
    static constexpr staffing_thread_check table{&is_main_thread};
    return table;
}

}  // namespace mock_host
