#include "compose/sending/line_notices.hpp"

#include <exception>

#include "core/phone_format.hpp"
#include "core/pluralize.hpp"

namespace send_text {
namespace {

std::string counted_texts(std::int64_t count) {
    return pluralize(static_cast<std::uint64_t>(count), "text", "texts");
}

/// "The carrier has taken nothing from (651) 555-0100 for 10 minutes." and what was said of it.
std::string what_happened(const WaitingTexts& waiting) {
    const std::string line = national_format(waiting.line);
    const std::string since =
        " for " + pluralize(static_cast<std::uint64_t>(waiting.minutes), "minute", "minutes");
    const std::string reason = waiting.reason.empty() ? "" : " " + waiting.reason;
    switch (waiting.cause) {
        case WaitCause::not_taken:
            return "The carrier has taken nothing from " + line + since + "." + reason;
        case WaitCause::not_the_carrier:
            return "Texts from " + line + " have not reached the carrier" + since +
                   ": something on the way answers in its place." + reason;
        case WaitCause::answers_lost:
            return "The carrier has not answered for " + line + since + "." + reason;
        case WaitCause::line_stopped:
            return "The line " + line + " has not been able to text" + since + "." + reason;
        case WaitCause::some_texts:
            return "The carrier takes other texts from " + line + ", but not these, which have been tried" +
                   since + "." + reason;
        case WaitCause::in_doubt:
            return "The carrier's answer was lost, and" + since +
                   " it could not be found out from its list of messages whether it took them." + reason;
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
            return "Send Text keeps trying, and what waits leaves by itself. If this goes on, check the "
                   "network and the carrier's application.";
        case WaitCause::not_the_carrier:
            return "What waits leaves by itself once the carrier is reached. Have whoever looks after the "
                   "network let Send Text through to it.";
        case WaitCause::line_stopped:
            return "What waits leaves by itself once the line can text again. Administrators see the line "
                   "under administration > external services.";
        case WaitCause::some_texts:
            return "They are tried again by themselves. Who does not want them sent any more can stop them.";
        case WaitCause::in_doubt:
            return "They wait, so that nobody gets a text twice, and so do later texts to the same numbers; "
                   "all others leave. " +
                   std::string(waiting.can_be_asked
                                   ? "It is known as soon as another text has left from this line, and after "
                                     "four hours otherwise."
                                   : "Who does not want to wait chooses Send Text and says what became of "
                                     "them.");
        case WaitCause::store_fails:
            break;
    }
    return "What waits leaves by itself once the store works again.";
}

std::string title_of(const WaitingTexts& waiting) {
    if (waiting.cause == WaitCause::in_doubt) return "Texts may not have been sent";
    if (waiting.line.empty()) return "Texts are waiting";
    return "Texts from " + national_format(waiting.line) + " are waiting";
}

std::string words_for(const WaitingTexts& waiting, const std::string& whose, std::int64_t texts) {
    std::string words = what_happened(waiting);
    if (texts > 0) words += " " + whose + counted_texts(texts) + (texts == 1 ? " waits" : " wait") + ".";
    return words + " " + what_then(waiting);
}

}  // namespace

std::string problem_words(const WaitingTexts& waiting) {
    return words_for(waiting, "", waiting.texts);
}

void LineNotices::texts_wait(const WaitingTexts& waiting) {
    for (const SenderCount& sender : waiting.senders)
        notifier_.notify(sender.rep_id, title_of(waiting), words_for(waiting, "Of yours, ", sender.texts),
                         {});
    if (!waiting.is_new) return;
    // Of a line that was stopped the administrators were told when it was.
    if (waiting.cause != WaitCause::line_stopped)
        notifier_.notify(0, title_of(waiting), problem_words(waiting), {});
    if (waiting.cause == WaitCause::store_fails && waiting.senders.empty()) tell_the_user(waiting);
}

/// The store does not say whose texts wait: most likely they are those of who is at this computer.
void LineNotices::tell_the_user(const WaitingTexts& waiting) {
    try {
        const SessionUser user = session_.user();
        if (user.is_logged_in) notifier_.notify(user.rep_id, title_of(waiting), problem_words(waiting), {});
    } catch (const std::exception&) {
        // The host cannot say who that is.
    }
}

void LineNotices::wait_is_over(const WaitOver& over) {
    std::string title = "Texts leave again";
    std::string words = "The store of the texts works again. What waited leaves now.";
    if (over.cause == WaitCause::in_doubt) {
        title = "Texts are not in doubt any more";
        words = "It is known now what became of the texts from " + national_format(over.line) +
                " whose answer was lost, or a person decides. What waited for them leaves.";
    } else if (!over.line.empty()) {
        title = "Texts from " + national_format(over.line) + " leave again";
        words = "The line can text again. What waited leaves now.";
    }
    for (const std::int64_t rep_id : over.rep_ids)
        notifier_.notify(rep_id, title, words, {});
    notifier_.notify(0, title, words, {});
}

}  // namespace send_text
