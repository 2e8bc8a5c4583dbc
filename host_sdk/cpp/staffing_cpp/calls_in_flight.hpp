#pragma once

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace staffing {

/// The calls of one side that are inside the other. A host that deactivates while one of its own threads is
/// still in the plug-in breaks the contract; with this it waits instead of pulling away what the call works
/// on. Any thread.
class CallsInFlight {
  public:
    /// From now on calls may come in.
    void open() {
        const std::lock_guard lock(mutex_);
        is_open_ = true;
    }

    /// From now on none may; waits until all have left. Not within a call: it would wait for itself.
    void close() {
        std::unique_lock lock(mutex_);
        is_open_ = false;
        left_.wait(lock, [&] { return callers_.empty(); });
    }

    /// A call comes in. False: it may not, and leave() is not to be called.
    bool enter() {
        const std::lock_guard lock(mutex_);
        if (is_open_) callers_.push_back(std::this_thread::get_id());
        return is_open_;
    }

    /// The call leaves, on the thread on which it came in.
    void leave() noexcept {
        const std::lock_guard lock(mutex_);
        callers_.erase(std::find(callers_.begin(), callers_.end(), std::this_thread::get_id()));
        left_.notify_all();
    }

    /// Whether this thread is within a call.
    bool includes_this_thread() const {
        const std::lock_guard lock(mutex_);
        return std::find(callers_.begin(), callers_.end(), std::this_thread::get_id()) != callers_.end();
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable left_;
    std::vector<std::thread::id> callers_;
    bool is_open_ = false;
};

}  // namespace staffing
