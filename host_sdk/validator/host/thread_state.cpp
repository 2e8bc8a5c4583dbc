#include "host/thread_state.hpp"

#include <pthread.h>

namespace validator {
namespace {

/// The control bits of the floating-point unit, without its status bits.
unsigned floating_point_mode() {
#if defined(__SSE__)
    constexpr unsigned met = 0x3F;
    return __builtin_ia32_stmxcsr() & ~met;
#else
    return 0;
#endif
}

}  // namespace

ThreadState::ThreadState()
    : rounding_(::fegetround()),
      floating_point_traps_(::fegetexcept()),
      floating_point_mode_(floating_point_mode()) {
    ::sigemptyset(&signal_mask_);
    ::pthread_sigmask(SIG_SETMASK, nullptr, &signal_mask_);
    CPU_ZERO(&processors_);
    ::sched_getaffinity(0, sizeof processors_, &processors_);
}

std::string ThreadState::difference(const ThreadState& before) const {
    for (int number = 1; number < NSIG; ++number) {
        const bool is_blocked = ::sigismember(&signal_mask_, number) == 1;
        if (is_blocked != (::sigismember(&before.signal_mask_, number) == 1))
            return "signal " + std::to_string(number) +
                   (is_blocked ? " is blocked." : " is not blocked any more.");
    }
    if (CPU_EQUAL(&processors_, &before.processors_) == 0) return "the thread is bound to other processors.";
    if (rounding_ != before.rounding_) return "floating-point rounding has changed.";
    if (floating_point_traps_ != before.floating_point_traps_)
        return "the floating-point traps have changed.";
    if (floating_point_mode_ != before.floating_point_mode_) return "the floating-point mode has changed.";
    return {};
}

}  // namespace validator
