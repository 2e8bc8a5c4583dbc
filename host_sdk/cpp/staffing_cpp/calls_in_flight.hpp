#pragma once

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace staffing {

/// The calls of the host that are inside a plug-in. A host that deactivates while one of its own threads is
/// still in the plug-in breaks the contract; with this it waits instead of pulling away what the call works
/// on. Any thread.
class CallsInFlight {
  public:
    /// From now on calls may come in.
    void open() {
        const std::lock_guard lock(mutex_);
        is_open_ = true;
    }

    /// From now on none may; waits until those of other threads have left. Those of this thread are below us
    /// on the stack, and waiting for them would take for ever.
    void close() {
        std::unique_lock lock(mutex_);
        is_open_ = false;
        const auto is_of_this_thread = [me = std::this_thread::get_id()](auto id) { return id == me; };
        left_.wait(lock, [&] { return std::all_of(callers_.begin(), callers_.end(), is_of_this_thread); });
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

  private:
    std::mutex mutex_;
    std::condition_variable left_;
    std::vector<std::thread::id> callers_;
    bool is_open_ = false;
};

}  // namespace staffing
