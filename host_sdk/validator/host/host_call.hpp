#pragma once

#include <string>

#include "host/validator_host.hpp"
#include "runner/call_board.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/guard.hpp"

namespace validator {

/// The threads that a function of the host is for.
enum class CalledOn { any_thread, main_thread, worker };

/// Checks the thread and the point of the life cycle; throws StatusError.
void expect_call(ValidatorHost& host, const std::string& function, CalledOn wanted);

/// Records the breach that this answer means.
void note_breach(ValidatorHost& host, const std::string& function, staffing_status status,
                 const std::string& words);

/// What every function of the host does around its `work(host)`: checks the pointer, the thread and the point
/// of the life cycle, and records breaches. Exceptions end here, as in any host that is made with the C++
/// glue.
template <class Work>
staffing_status host_call(const staffing_host* host, const char* function, CalledOn wanted,
                          const staffing_error_sink* error, Work&& work) noexcept {
    const InCall in_call(std::string(function) + " of the host");
    return staffing::guard(error, [&] {
        ValidatorHost* const self = ValidatorHost::find(host);
        if (self == nullptr) {
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "This host does not exist.");
        }
        try {
            self->called(function);
            expect_call(*self, function, wanted);
            self->within_call(function);
            if (self->fails(function)) throw std::runtime_error("Something went wrong inside the host.");
            work(*self);
        } catch (const staffing::StatusError& failure) {
            note_breach(*self, function, failure.status(), failure.what());
            throw;
        }
    });
}

}  // namespace validator
