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
/// such a call: none of them may have to wait until that call has returned. Until `stop` the main thread's
/// tasks must be run.
class Bystanders {
  public:
    Bystanders(const LivePlugin& plugin, const CheckRun& run);
    /// To be destroyed when the plug-in is not active any more: until then it may just be coming here.
    ~Bystanders() { stop(); }

    Bystanders(const Bystanders&) = delete;
    Bystanders& operator=(const Bystanders&) = delete;

    /// What runs in each call of the host, on the plug-in's thread.
    void call_within(const std::string& function);

    /// From now on nobody calls; waits for those who still do. Main thread.
    void stop();

    /// Whom somebody had to wait for.
    struct Blocked {
        std::string call;      ///< of the plug-in
        std::string function;  ///< of the host
        CalledOn where;        ///< the one who waited is for
        bool was_on_main_thread;
    };
    /// The first ones; no more is tried when there is one.
    std::vector<Blocked> blocked() const;
    std::size_t places() const;

  private:
    class Attempt;

    /// Whether it came back meanwhile.
    bool comes_back(const Call& call);
    bool is_new_place(const std::string& function);

    const LivePlugin& plugin_;
    const CheckRun& run_;
    const std::vector<Call> calls_;
    std::mutex one_at_a_time_;
    mutable std::mutex mutex_;
    std::set<std::pair<std::string, std::size_t>> places_;
    std::vector<Blocked> blocked_;
    std::atomic<bool> is_stopped_ = false;
    std::vector<std::thread> threads_;  ///< that have not come back
    std::vector<std::shared_ptr<Attempt>> attempts_;
};

}  // namespace validator
