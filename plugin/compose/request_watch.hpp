#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "conversations/notifier.hpp"
#include "core/main_thread.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// A text that was not sent, and why.
struct NotSent {
    std::string number;
    std::string reason;
};

/// How a request fares.
struct RequestReport {
    std::int64_t request_id = 0;
    RequestProgress progress;
    std::vector<NotSent> not_sent;
    std::vector<NotSent> undecided;  ///< may have been sent: a person must look
};

/// What shows a request's report to people. Main thread only.
class RequestView {
  public:
    virtual ~RequestView() = default;
    virtual void show(const RequestReport& report) = 0;
};

/// Follows what becomes of requests: reports to the window that shows one, and, when that is closed and not
/// all texts were surely sent, to the sender by a notification. Any thread.
class RequestWatch {
  public:
    RequestWatch(const OutboxStore& outbox, MainThread& main_thread, Notifier& notifier);

    /// `view` gets the request's reports from now on, as long as it lives.
    void watch(std::int64_t request_id, std::weak_ptr<RequestView> view);

    /// A text of the request changed. Blocks on the store: not the main thread.
    void progressed(std::int64_t request_id);

    /// The texts of a request could not be saved, and its window is closed: tells the sender.
    void not_committed(std::int64_t rep_id, const std::string& reason);

  private:
    std::weak_ptr<RequestView> view_of(std::int64_t request_id);
    void notify_sender(const RequestReport& report, const Text& any_text);

    const OutboxStore& outbox_;
    MainThread& main_thread_;
    Notifier& notifier_;
    std::mutex mutex_;
    std::map<std::int64_t, std::weak_ptr<RequestView>> views_;
};

}  // namespace send_text
