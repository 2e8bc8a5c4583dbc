#pragma once

#include <fenv.h>
#include <sched.h>
#include <signal.h>

#include <string>

namespace validator {

/// What a thread has of its own, as it is when this is made on it, and a plug-in that is called on it leaves
/// alone.
class ThreadState {
  public:
    ThreadState();

    /// What is another now, a sentence's end: "the signal mask is another."; empty: nothing.
    std::string difference(const ThreadState& before) const;

  private:
    sigset_t signal_mask_{};
    cpu_set_t processors_{};
    int rounding_;
    int floating_point_traps_;
    unsigned floating_point_mode_;  ///< how the processor treats what is too small
};

}  // namespace validator
