#include "mock_host/loader/host_call.hpp"

namespace mock_host {

Host& host_of(const staffing_host* host) {
    void* const data = staffing::required(host, "the host").host_data;
    if (data == nullptr) {
        throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                    "This is not the host that was passed to create.");
    }
    return *static_cast<Host*>(data);
}

void expect_thread(const Host& host, CalledOn wanted) {
    if (wanted == CalledOn::any_thread) return;
    const bool is_main = host.main_thread().is_current();
    if (is_main == (wanted == CalledOn::main_thread)) return;
    throw staffing::StatusError(
        STAFFING_STATUS_WRONG_THREAD,
        is_main ? "This may block and must not be called on the main thread. Call it on a "
                  "worker."
                : "This must be called on the main thread. Post a task that calls it.");
}

bool is_misbehaving(staffing_status status) {
    switch (status) {
        case STAFFING_STATUS_INVALID_ARGUMENT:
        case STAFFING_STATUS_INVALID_UTF8:
        case STAFFING_STATUS_STRUCT_TOO_SMALL:
        case STAFFING_STATUS_WRONG_THREAD:
        case STAFFING_STATUS_WRONG_STATE:
        case STAFFING_STATUS_TOO_LARGE:
            return true;
        default:
            return false;
    }
}

}  // namespace mock_host
