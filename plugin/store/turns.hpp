#pragma once

#include <mutex>

namespace send_text {

/// A mutex that whoever waits for it gets before whoever has just let it go: long work that is done in steps,
/// each with a turn of its own, keeps others waiting for one step at most.
class Turns {
  public:
    void lock() {
        const std::lock_guard first_in_line(next_);
        turn_.lock();
    }
    void unlock() { turn_.unlock(); }

  private:
    std::mutex next_;  ///< held by the one who has the next turn
    std::mutex turn_;
};

}  // namespace send_text
