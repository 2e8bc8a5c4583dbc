#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "host/every_call.hpp"
#include "host/live_plugin.hpp"

namespace validator {

/// Other threads that call the plug-in while it is in a call of the host, from each place in it that makes
/// such a call: none of them may have to wait until that call has returned. Run the main thread's tasks until
/// `stop`.
class Bystanders {
  public:
    Bystanders(const LivePlugin& plugin, const CheckRun& run);
    /// Destroy it only when the plug-in is not active any more: until then the plug-in may call it.
    ~Bystanders() { stop(); }

    Bystanders(const Bystanders&) = delete;
    Bystanders& operator=(const Bystanders&) = delete;

    /// What runs in each call of the host, on the plug-in's thread.
    void call_within(const std::string& function);

    /// No more calls from now on; waits for those that are running. Main thread.
    void stop();

    /// A call that had to wait.
    struct Blocked {
        std::string call;      ///< of the plug-in, that waited
        std::string function;  ///< of the host
        bool was_on_main_thread;
    };
    /// The first ones found; nothing more is tried after one.
    std::vector<Blocked> blocked() const;
    std::size_t places() const;
    /// How many places were left for later.
    std::size_t left() const { return left_; }

  private:
    class Attempt;

    /// The call that had to wait, if one did: this one, or what the main thread is in instead of making it.
    std::string who_waits(const Call& call);
    /// Whether this place has not been tried before. While another place is being tried, it is left for
    /// later.
    bool begins(const std::string& function, std::unique_lock<std::mutex>& turn);

    const LivePlugin& plugin_;
    const CheckRun& run_;
    const std::vector<Call> calls_;
    std::mutex one_at_a_time_;
    mutable std::mutex mutex_;
    std::set<std::pair<std::string, std::size_t>> places_;
    std::vector<Blocked> blocked_;
    std::atomic<std::size_t> left_ = 0;
    std::atomic<bool> is_stopped_ = false;
    std::vector<std::thread> threads_;  ///< that have not come back
    std::vector<std::shared_ptr<Attempt>> attempts_;
};

}  // namespace validator
