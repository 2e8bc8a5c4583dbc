#pragma once

#include <string>

#include "core/notifier.hpp"
#include "core/session.hpp"
#include "delivery/line_watch.hpp"

namespace send_text {

/// Tells people in words of texts that wait, and that they wait no more: the senders whose texts they are,
/// and the administrators.
class LineNotices {
  public:
    /// All must outlive this.
    LineNotices(Notifier& notifier, Session& session) : notifier_(notifier), session_(session) {}

    void texts_wait(const WaitingTexts& waiting);
    void wait_ended(const WaitEnded& over);

  private:
    void notify_user(const WaitingTexts& waiting);

    Notifier& notifier_;
    Session& session_;
};

/// The same, as an account's page says it.
std::string problem_words(const WaitingTexts& waiting);

}  // namespace send_text
