#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "core/log.hpp"
#include "gateway/byte_stream.hpp"
#include "webhooks/webhook_listener.hpp"

namespace send_text {

/// Answers calls, and counts how they ended. Any thread.
class WebhookDesk {
  public:
    WebhookDesk(std::function<bool(const WebhookCall&)> accept, Log& log)
        : accept_(std::move(accept)), log_(log) {}

    /// Reads one call and answers it. Returns false when something of it may be left unread. Throws
    /// StreamError when the connection breaks.
    bool serve(ByteStream& stream, Deadline deadline);

    std::int64_t accepted() const { return accepted_; }
    std::int64_t refused() const { return refused_; }

  private:
    bool may_enter(WebhookCall& call);
    void count_refusal();
    void count_failure();

    std::function<bool(const WebhookCall&)> accept_;
    Log& log_;
    std::atomic<std::int64_t> accepted_{0};
    std::atomic<std::int64_t> refused_{0};
    std::atomic<std::int64_t> failed_{0};
};

}  // namespace send_text
