#pragma once

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace staffing {

/// The calls of one side that are inside the other. A host that calls deactivate while one of its own threads
/// is still in the plug-in breaks the contract; with this, deactivate waits for that call instead of
/// destroying what it uses. Any thread.
class CallsInFlight {
  public:
    /// Allows calls from now on.
    void open() {
        const std::lock_guard lock(mutex_);
        is_open_ = true;
    }

    /// Refuses calls from now on and waits until all have returned. Not within a call, which would wait for
    /// itself.
    void close() {
        std::unique_lock lock(mutex_);
        is_open_ = false;
        left_.wait(lock, [&] { return callers_.empty(); });
    }

    /// Begins a call. False: it is refused, and leave() must not be called.
    bool enter() {
        const std::lock_guard lock(mutex_);
        if (is_open_) callers_.push_back(std::this_thread::get_id());
        return is_open_;
    }

    /// Ends the call, on the thread on which it began.
    void leave() noexcept {
        const std::lock_guard lock(mutex_);
        callers_.erase(std::find(callers_.begin(), callers_.end(), std::this_thread::get_id()));
        left_.notify_all();
    }

    /// Whether this thread is in a call.
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
