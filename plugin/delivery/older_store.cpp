#include "delivery/older_store.hpp"

#include <algorithm>

#include "core/pluralize.hpp"

namespace send_text {

std::optional<std::string> handle_older_store(OutboxStore& outbox, RequestCounter& counter, TimePoint now,
                                              Log& log) {
    const std::int64_t known = outbox.requests_begun();
    const std::int64_t sent = counter.counted();
    std::optional<std::string> words;
    if (sent > known) {
        const std::int64_t waiting = outbox.store_is_older(sent, now);
        words =
            "The store of the texts is older than what was last sent: " +
            pluralize(static_cast<std::uint64_t>(sent - known), "request", "requests") +
            " to carriers came after it was made. Somebody replaced it with a backup, or removed a part of "
            "it. " +
            (waiting == 0
                 ? "No texts in it are waiting to be sent."
                 : "What waits in it (" + pluralize(static_cast<std::uint64_t>(waiting), "text", "texts") +
                       ") is looked up in the carrier's list before it is sent, so that nobody gets a text "
                       "twice. If that does not show what happened, the senders are asked.") +
            " Texts and replies since then that are missing here are still in the carrier's application.";
        log.warning(*words);
    }
    if (counter.begun(std::max(sent, known))) counter.keep();
    return words;
}

std::optional<std::string> handle_lost_store(const OutboxStore& outbox, RequestCounter& counter,
                                             const std::string& store, Log& log) {
    const std::int64_t sent = outbox.requests_begun() == 0 ? counter.counted_by_others_alone() : 0;
    std::optional<std::string> words;
    if (sent > 0) {
        words = "The store of the texts " + store +
                " is new, although Send Text has sent texts with these passwords before: " +
                pluralize(static_cast<std::uint64_t>(sent), "request", "requests") +
                " to carriers. If another seat or computer sent them, all is well. If the former store is "
                "lost, so are its unsent texts, conversations, accounts, settings and opt-outs: people who "
                "wrote STOP can be texted again, except those whom the carrier blocks. Restore the newest "
                "backup under administration > store before anybody sends texts. What waits in it is looked "
                "up in the carrier's list before it is sent, so that nobody gets a text twice. Without a "
                "backup, check in the carrier's application who got which text and who wrote STOP.";
        log.warning(*words);
    }
    counter.keep();
    return words;
}

}  // namespace send_text
