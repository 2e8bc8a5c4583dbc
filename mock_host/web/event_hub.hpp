#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace mock_host {

/// Tells those who listen, the open pages, which topics have changed. [thread-safe]
class EventHub {
  public:
    /// One who listens, from when it is made until it is gone. The hub must outlive it.
    class Listener {
      public:
        explicit Listener(EventHub& hub);
        ~Listener();
        Listener(const Listener&) = delete;
        Listener& operator=(const Listener&) = delete;

        /// Waits until something has changed since the last call, `most` has passed or the hub has ended, and
        /// takes what has changed.
        std::set<std::string> wait(std::chrono::milliseconds most);

      private:
        friend class EventHub;
        EventHub& hub_;
        std::set<std::string> topics_;
    };

    void changed(std::string_view topic);
    bool has_listeners() const;

    /// Nobody waits any more, now or later.
    void end();
    bool has_ended() const;

    /// Waits until the hub has ended or `most` has passed; whether it has ended.
    bool wait_for_end(std::chrono::milliseconds most);

  private:
    mutable std::mutex mutex_;
    std::condition_variable news_;
    std::set<Listener*> listeners_;
    bool has_ended_ = false;
};

}  // namespace mock_host
