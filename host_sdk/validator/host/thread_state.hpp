#pragma once

#include <fenv.h>
#include <sched.h>
#include <signal.h>

#include <string>

namespace validator {

/// The state of the thread that makes this, which a plug-in called on that thread must leave alone.
class ThreadState {
  public:
    ThreadState();

    /// What has changed, as the end of a sentence: "signal 10 is blocked."; empty: nothing.
    std::string difference(const ThreadState& before) const;

  private:
    sigset_t signal_mask_{};
    cpu_set_t processors_{};
    int rounding_;
    int floating_point_traps_;
    unsigned floating_point_mode_;  ///< how the processor treats what is too small
};

}  // namespace validator
