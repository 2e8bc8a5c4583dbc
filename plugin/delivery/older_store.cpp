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
            " to carriers came after it was made. Somebody put a backup in its place, or removed a part of "
            "it. " +
            (waiting == 0
                 ? "No texts in it are waiting to be sent."
                 : "What waits in it (" + pluralize(static_cast<std::uint64_t>(waiting), "text", "texts") +
                       ") is looked for in the carrier's list before it leaves, so that nobody "
                       "gets a text twice. Of what cannot be found out that way, its senders "
                       "are asked.") +
            " What came or was sent since then and is missing here is still in the carrier's application.";
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
                " is a new one, though Send Text has sent texts with these passwords before: " +
                pluralize(static_cast<std::uint64_t>(sent), "request", "requests") +
                " to carriers. If another seat or computer did, all is well. If the former store is lost, "
                "so are its texts that had not left, its conversations, accounts and settings, and the "
                "opt-outs: whoever wrote STOP can be texted again, but for those whom the carrier blocks. "
                "Put the newest backup back under administration > store before anybody sends texts. What "
                "waits in it is looked for in the carrier's list before it leaves, so that nobody gets a "
                "text twice. Without a backup, look in the carrier's application for who got which text, "
                "and for who wrote STOP.";
        log.warning(*words);
    }
    counter.keep();
    return words;
}

}  // namespace send_text
