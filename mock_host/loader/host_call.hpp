#pragma once

#include "mock_host/loader/host.hpp"
#include "mock_host/staffing/errors.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/guard.hpp"

namespace mock_host {

/// The threads on which the contract allows a function of the host.
enum class CalledOn { any_thread, main_thread, worker };

/// The host behind the contract's pointer. Throws staffing::StatusError for NULL.
Host& host_of(const staffing_host* host);

/// Throws staffing::StatusError when the function must not be called on this thread.
void expect_thread(const Host& host, CalledOn wanted);

/// Whether this answer means that the plug-in broke the contract.
bool is_misbehaving(staffing_status status);

/// What every function of the host's extensions does around its `work(host)`: it checks the thread, turns
/// exceptions into a status and a message, and records breaches of the contract.
template <class Work>
staffing_status host_call(const staffing_host* host, const char* function, CalledOn thread,
                          const staffing_error_sink* error, Work&& work) noexcept {
    return staffing::guard(error, [&] {
        Host& self = host_of(host);
        try {
            expect_thread(self, thread);
            work(self);
        } catch (const staffing::StatusError& e) {
            if (is_misbehaving(e.status())) self.plugin_misbehaves(std::string(function) + ": " + e.what());
            throw;
        } catch (const NotFound& e) {
            throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND, e.what());
        } catch (const InvalidInput& e) {
            throw staffing::StatusError(STAFFING_STATUS_REFUSED, e.what());
        } catch (const StaffingError& e) {
            throw staffing::StatusError(STAFFING_STATUS_UNAVAILABLE, e.what());
        }
    });
}

}  // namespace mock_host
