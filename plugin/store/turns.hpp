#pragma once

#include <mutex>

#include "core/mutex.hpp"

namespace send_text {

/// A mutex that whoever waits for it gets before whoever has just let it go: long work that is done in steps,
/// each with a turn of its own, keeps others waiting for one step at most.
class SEND_TEXT_THREAD_SAFETY(capability("mutex")) Turns {
  public:
    Turns() = default;
    Turns(const Turns&) = delete;
    Turns& operator=(const Turns&) = delete;

    void lock() SEND_TEXT_THREAD_SAFETY(acquire_capability()) {
        const std::lock_guard first_in_line(next_);
        turn_.lock();
    }
    void unlock() SEND_TEXT_THREAD_SAFETY(release_capability()) { turn_.unlock(); }

  private:
    std::mutex next_;  ///< held by the one who has the next turn; only orders who waits
    std::mutex turn_;
};

/// Holds a turn while it lives.
class SEND_TEXT_THREAD_SAFETY(scoped_lockable) Turn {
  public:
    explicit Turn(Turns& turns) SEND_TEXT_THREAD_SAFETY(acquire_capability(turns)) : turns_(turns) {
        turns_.lock();
    }
    ~Turn() SEND_TEXT_THREAD_SAFETY(release_capability()) { turns_.unlock(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    Turns& turns_;
};

}  // namespace send_text
