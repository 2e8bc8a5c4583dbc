#include "delivery/older_store.hpp"

#include <algorithm>

#include "core/counted.hpp"

namespace send_text {

std::string heed_older_store(OutboxStore& outbox, RequestCounter& counter, std::int64_t now_ms, Log& log) {
    const std::int64_t known = outbox.requests_begun();
    const std::int64_t sent = counter.counted();
    std::string words;
    if (sent > known) {
        const std::int64_t waiting = outbox.store_is_older(sent, now_ms);
        words =
            "The store of the texts is older than what was last sent: " +
            counted(static_cast<std::uint64_t>(sent - known), "request", "requests") +
            " to carriers came after it was made. Somebody put a backup in its place, or removed a part of "
            "it. " +
            (waiting == 0
                 ? "Nothing waits in it that could be sent again."
                 : "What waits in it (" + counted(static_cast<std::uint64_t>(waiting), "text", "texts") +
                       ") is looked for in the carrier's list before it leaves, so that nobody "
                       "gets a text twice. Of what cannot be found out that way, its senders "
                       "are asked.") +
            " What came or was sent since then and is missing here is still in the carrier's application.";
        log.warning(words);
    }
    if (counter.begun(std::max(sent, known))) counter.keep();
    return words;
}

}  // namespace send_text
