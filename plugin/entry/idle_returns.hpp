#pragma once

#include <cstdint>
#include <limits>

#include "core/time.hpp"

namespace send_text {

/// Notices a host whose waits end for no reason: at once, or because its clock stands at the end of time,
/// where every deadline has come. Who waits again and again would keep a core busy.
/// Threads: any, one at a time.
class IdleReturns {
  public:
    /// A wait has ended. `now` is the host's clock. True: so many in a row have for no reason that the
    /// thread is to pause.
    bool is_too_often(bool has_waited, bool is_woken, TimePoint now, TimePoint deadline) {
        const bool is_due = has_waited && now >= deadline && now != last_now_;
        last_now_ = now;
        if (is_woken || is_due)
            idle_ = 0;
        else if (has_waited)
            ++idle_;
        return !has_waited || idle_ > max_idle;
    }

  private:
    /// A wake may be seen twice, and a clock may stand still while there is much to do.
    static constexpr int max_idle = 100;

    TimePoint last_now_ = TimePoint::min();
    int idle_ = 0;
};

}  // namespace send_text
