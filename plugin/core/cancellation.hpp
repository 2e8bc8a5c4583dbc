#pragma once

#include <atomic>
#include <functional>
#include <set>
#include <stdexcept>

#include "core/mutex.hpp"

namespace send_text {

/// What was under way was given up because of a Cancellation. That is nobody's failure: it is neither logged
/// nor told as one, and goes up to where the work began. what() is a sentence.
class Cancelled : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Ends what waits for something outside, once and for good. Whoever waits listens to it; whoever begins to
/// asks it first.
/// Threads: any; listeners guarded by mutex_.
class Cancellation {
  public:
    Cancellation() = default;
    Cancellation(const Cancellation&) = delete;
    Cancellation& operator=(const Cancellation&) = delete;

    /// Interrupts all that listen. Waits for nothing.
    void cancel() noexcept;

    bool is_cancelled() const noexcept { return is_cancelled_; }

    class Listener;

  private:
    std::atomic<bool> is_cancelled_{false};
    mutable Mutex mutex_;
    mutable std::set<const Listener*> listeners_ GUARDED_BY(mutex_);
};

/// While this lives, a cancellation calls `interrupt`: once, on the thread that cancels; or at once, when it
/// came before. `interrupt` must neither wait nor throw. Once this is gone it runs no longer.
class Cancellation::Listener {
  public:
    Listener(const Cancellation& cancellation, std::function<void()> interrupt);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

  private:
    friend class Cancellation;
    const Cancellation& cancellation_;
    std::function<void()> interrupt_;
};

}  // namespace send_text
