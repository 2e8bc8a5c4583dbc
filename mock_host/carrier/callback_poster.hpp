#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "carrier/http_message.hpp"
#include "carrier/simulator_clock.hpp"

namespace mock_host {

/// A request that a carrier makes to its customer.
struct Callback {
    std::string url;  ///< http or https
    std::string content_type;
    std::string body;
    Parameters headers = {};
    std::string method = "POST";  ///< "GET" has no body
    int max_seconds = 5;          ///< until there is an answer
    /// Made in its place, the first at once, when the answer has no 2xx status or does not come: each until
    /// one is taken.
    std::vector<Callback> otherwise = {};
};

/// What became of one.
struct PostedCallback {
    std::string url;
    int status = 0;     ///< the HTTP status of the answer; 0 if there was none
    std::string error;  ///< why there was none
    Moment when;
};

/// Makes callbacks one after the other from a thread of its own, each once unless it says otherwise.
/// Certificates are not verified: a tester's receiver seldom has a real one. [thread-safe]
class CallbackPoster {
  public:
    explicit CallbackPoster(const SimulatorClock& clock);
    /// Ends the thread; what has not been posted is dropped.
    ~CallbackPoster();
    CallbackPoster(const CallbackPoster&) = delete;
    CallbackPoster& operator=(const CallbackPoster&) = delete;

    void post(Callback callback);
    /// The last 10,000 that were posted, oldest first.
    std::vector<PostedCallback> posted() const;
    std::uint64_t changes() const;  ///< counts on with every change of those
    void clear();

  private:
    void work();

    const SimulatorClock& clock_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Callback> waiting_;
    std::deque<PostedCallback> posted_;
    std::uint64_t changes_ = 0;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace mock_host
