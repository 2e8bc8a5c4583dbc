#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

#include "core/log.hpp"
#include "net/webhook_call.hpp"
#include "webhooks/http_request.hpp"

namespace send_text {

/// Answers calls, and counts how they ended.
/// Threads: the listener's own and its call workers; the counts are atomic.
class WebhookHandler {
  public:
    /// `accept` says whether a call may be made.
    WebhookHandler(std::function<bool(const WebhookCall&)> accept, Log& log)
        : accept_(std::move(accept)), log_(log) {}

    /// What a whole request is answered.
    std::string answer(HttpRequest& request);

    /// What is answered to one that is not served, by its status.
    std::string refuse(int status);

    std::int64_t accepted() const { return accepted_; }
    std::int64_t refused() const { return refused_; }

  private:
    bool may_enter(const WebhookCall& call);
    void count_refusal();
    void count_failure();

    std::function<bool(const WebhookCall&)> accept_;
    Log& log_;
    std::atomic<std::int64_t> accepted_{0};
    std::atomic<std::int64_t> refused_{0};
    std::atomic<std::int64_t> failed_{0};
};

}  // namespace send_text
