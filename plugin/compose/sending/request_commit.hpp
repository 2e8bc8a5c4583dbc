#pragma once

#include <functional>
#include <memory>
#include <string>

#include "compose/compose_services.hpp"
#include "model/ids.hpp"

namespace send_text {

/// What becomes of a commit. Of the first two at most one is called.
/// Threads: the main thread; the last one on the desk.
struct CommitAnswer {
    /// `coming` is to be kept until a window shows the request: so long nobody else tells of it.
    std::function<void(RequestId request_id, std::shared_ptr<const void> coming)> committed;
    std::function<void(const std::string& reason)> not_committed;
    /// On the desk's thread, as soon as the texts cannot be lost any more; also while the plug-in stops.
    std::function<void()> is_durable = {};
};

/// Commits a request on the desk's thread, if it may be sent (still), and wakes the delivery. `window`: who
/// waits for the answer; once it is gone the sender is notified of what could not be committed. Any thread.
void commit_request(const ComposeServices& services, SendRequest request, std::weak_ptr<const void> window,
                    CommitAnswer answer);

}  // namespace send_text
