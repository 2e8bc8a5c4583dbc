#include "host/host_call.hpp"

namespace validator {

using staffing::StatusError;

void expect_call(ValidatorHost& host, const std::string& function, CalledOn wanted) {
    if (host.phase() == Phase::deactivated) {
        host.breached(Breach::after_deactivate,
                      function + " was called after deactivate, or before activate.");
    } else if (host.phase() == Phase::created) {
        throw StatusError(STAFFING_STATUS_WRONG_STATE, "it was called before the plug-in's init.");
    }
    if (wanted == CalledOn::any_thread || host.is_main_thread() == (wanted == CalledOn::main_thread)) return;
    throw StatusError(STAFFING_STATUS_WRONG_THREAD,
                      host.is_main_thread()
                          ? "it may block, but was called on the main thread."
                          : "it must be called on the main thread, but was called on another.");
}

void note_breach(ValidatorHost& host, const std::string& function, staffing_status status,
                 const std::string& words) {
    const auto note = [&](Breach breach) { host.breached(breach, function + ": " + words); };
    switch (status) {
        case STAFFING_STATUS_WRONG_THREAD:
            return note(Breach::wrong_thread);
        case STAFFING_STATUS_WRONG_STATE:
            return note(Breach::wrong_state);
        case STAFFING_STATUS_INVALID_ARGUMENT:
        case STAFFING_STATUS_INVALID_UTF8:
        case STAFFING_STATUS_STRUCT_TOO_SMALL:
        case STAFFING_STATUS_TOO_LARGE:
            return note(Breach::bad_argument);
        default:
            return;
    }
}

}  // namespace validator
