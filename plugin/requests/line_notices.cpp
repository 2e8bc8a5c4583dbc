#include "requests/line_notices.hpp"

#include <exception>

#include "core/phone_format.hpp"
#include "core/pluralize.hpp"

namespace send_text {
namespace {

/// "The carrier has accepted no texts from (651) 555-0100 for 10 minutes." and what was said of it.
std::string what_happened(const WaitingTexts& waiting) {
    const std::string line = national_format(waiting.line.str());
    const std::string since =
        " for " + pluralize(static_cast<std::uint64_t>(waiting.waited.count()), "minute", "minutes");
    const std::string reason = waiting.reason.empty() ? "" : " " + waiting.reason;
    switch (waiting.cause) {
        case WaitCause::not_taken:
            return "The carrier has accepted no texts from " + line + since + "." + reason;
        case WaitCause::not_the_carrier:
            return "Texts from " + line + " have not reached the carrier" + since +
                   ": something else on the network answers in its place." + reason;
        case WaitCause::answers_lost:
            return "The carrier has not answered for " + line + since + "." + reason;
        case WaitCause::line_stopped:
            return "The line " + line + " has not been able to text" + since + "." + reason;
        case WaitCause::some_texts:
            return "The carrier accepts other texts from " + line + ", but not these, which have been tried" +
                   since + "." + reason;
        case WaitCause::in_doubt:
            return "The carrier's answer was lost, and" + since +
                   " its message list has not shown whether it accepted them." + reason;
        case WaitCause::store_fails:
            break;
    }
    return "Texts have not left" + since + ", because the store of the texts fails." + reason;
}

/// What becomes of the texts, and what people can do.
std::string what_then(const WaitingTexts& waiting) {
    switch (waiting.cause) {
        case WaitCause::not_taken:
        case WaitCause::answers_lost:
            return "Send Text keeps trying and will send waiting texts automatically. If this continues, "
                   "check the network and the carrier's application.";
        case WaitCause::not_the_carrier:
            return "Waiting texts will be sent once the carrier can be reached. Ask your network "
                   "administrator to let Send Text reach it.";
        case WaitCause::line_stopped:
            return "Waiting texts will be sent once the line can text again. Administrators see the line "
                   "under administration > external services.";
        case WaitCause::some_texts:
            return "Send Text will try them again automatically. If you no longer want them sent, stop them.";
        case WaitCause::in_doubt:
            return "They wait so that nobody gets a text twice. Later texts to the same numbers wait, too; "
                   "all other texts are sent. " +
                   std::string(waiting.can_be_asked
                                   ? "Send Text will know as soon as another text leaves from this line, or "
                                     "after four hours at the latest."
                                   : "To avoid the wait, choose Send Text and say what became of them.");
        case WaitCause::store_fails:
            break;
    }
    return "Waiting texts will be sent once the store works again.";
}

std::string title_of(const WaitingTexts& waiting) {
    if (waiting.cause == WaitCause::in_doubt) return "Texts may not have been sent";
    if (waiting.line.empty()) return "Texts are waiting";
    return "Texts from " + national_format(waiting.line.str()) + " are waiting";
}

std::string words_for(const WaitingTexts& waiting, bool is_senders, std::int64_t texts) {
    std::string words = what_happened(waiting);
    if (texts > 0)
        words += " " + (is_senders ? std::to_string(texts) + " of your texts" : pluralize_texts(texts)) +
                 (texts == 1 ? " is" : " are") + " waiting.";
    return words + " " + what_then(waiting);
}

}  // namespace

std::string problem_words(const WaitingTexts& waiting) {
    return words_for(waiting, false, waiting.texts);
}

void LineNotices::texts_wait(const WaitingTexts& waiting) {
    for (const SenderCount& sender : waiting.senders)
        notifier_.notify(sender.rep_id, title_of(waiting), words_for(waiting, true, sender.texts), {});
    if (!waiting.is_new) return;
    // Of a line that was stopped the administrators were told when it was.
    if (waiting.cause != WaitCause::line_stopped)
        notifier_.notify(0, title_of(waiting), problem_words(waiting), {});
    if (waiting.cause == WaitCause::store_fails && waiting.senders.empty()) notify_user(waiting);
}

/// The store does not say whose texts wait: most likely they are those of who is at this computer.
void LineNotices::notify_user(const WaitingTexts& waiting) {
    try {
        const SessionUser user = session_.user();
        if (user.is_logged_in) notifier_.notify(user.rep_id, title_of(waiting), problem_words(waiting), {});
    } catch (const std::exception&) {
        // The host cannot say who that is.
    }
}

void LineNotices::wait_ended(const WaitEnded& over) {
    std::string title = "Texts are being sent again";
    std::string words = "The store of the texts works again. Waiting texts are being sent.";
    if (over.cause == WaitCause::in_doubt) {
        title = "Texts are no longer in doubt";
        words = "Send Text now knows what became of the texts from " + national_format(over.line.str()) +
                " whose answer was lost, or a person will decide. Texts that waited for them will be sent.";
    } else if (!over.line.empty()) {
        title = "Texts from " + national_format(over.line.str()) + " are being sent again";
        words = "The line can text again. Waiting texts are being sent.";
    }
    for (const std::int64_t rep_id : over.rep_ids)
        notifier_.notify(rep_id, title, words, {});
    notifier_.notify(0, title, words, {});
}

}  // namespace send_text
