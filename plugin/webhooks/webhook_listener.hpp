#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/log.hpp"
#include "net/webhook_call.hpp"

namespace send_text {

/// How much a listener bears.
struct ListenerLimits {
    /// Open connections. When one more comes, the one that has been open longest without a whole call goes:
    /// a carrier's proxy sends a call at once, so the oldest is the slowest. Far below what a process may
    /// have open, because its host needs some too.
    std::size_t max_connections = 256;
    std::chrono::seconds call_patience{5};      ///< for a whole call, from its connection on
    std::chrono::seconds farewell_patience{1};  ///< for the other side to hang up after the answer
    std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;
};

/// Listens for carriers: POST /<carrier>/<key or line>, of some GET too, bodies of at most 64 KiB; anything
/// else is refused with 4xx or 5xx and counted. Of a call nothing is logged. One thread reads all
/// connections and waits for none of them; a few others check whole calls and answer.
/// Threads: any makes and ends it; its own thread reads, its call workers answer.
class WebhookListener {
  public:
    /// `address` is "127.0.0.1:8080"; port 0: any that is free. `accept` says whether a call may be made; it
    /// is called on threads of the listener, by several at the same time. Throws std::runtime_error, in
    /// words, when it cannot listen there.
    WebhookListener(const std::string& address, std::function<bool(const WebhookCall&)> accept, Log& log,
                    ListenerLimits limits = {});

    /// Ends all connections and joins the threads, which let `accept` return.
    ~WebhookListener();

    WebhookListener(const WebhookListener&) = delete;
    WebhookListener& operator=(const WebhookListener&) = delete;

    std::uint16_t port() const;
    std::int64_t accepted() const;
    std::int64_t refused() const;

  private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace send_text
