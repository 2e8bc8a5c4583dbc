#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "delivery/carrier_listing.hpp"
#include "model/line_id.hpp"
#include "store/conversation_store.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// A listed message that may be a text's.
struct PossibleMatch {
    CarrierMessage message;
    bool is_filed = false;  ///< in the conversation, as written in the carrier's own application
};

/// What the carrier lists of a line, and whose it is. The list and the store are read once.
class ListedLine {
  public:
    ListedLine(CarrierListing listing, LineId line, const OutboxStore& outbox,
               const ConversationStore& conversations);

    const CarrierListing& listing() const { return listing_; }

    /// What may be the text's, whatever its words: from the line to its number, since a time (by our clock),
    /// no other text's, and nothing that was filed or there before the text could be. Oldest first.
    std::vector<PossibleMatch> candidates(const Text& text, TimePoint from) const;

    /// A listed message turned out to be a text of ours.
    void claimed(const CarrierMessage& message);

    /// Whether an entry that cannot be read may be the text.
    bool may_be_unreadable(const Text& text, TimePoint from) const;

    /// One of our texts in the list.
    struct Ours {
        TimePoint listed_at{};      ///< the carrier's time of it, by our clock
        TimePoint sending_since{};  ///< ours
    };

    /// The last of our texts that is listed and whose request was answered before another began; nothing:
    /// none is.
    std::optional<Ours> last_before(std::int64_t request_number) const;

    /// Whether a text of ours has been in the list, in this one too, since a time of the monotonic clock,
    /// that the account answered and that was requested after a request had begun.
    bool has_later(std::int64_t request_number, const CarrierAccount& account, const CarrierReading& before,
                   MonotonicTime since) const;

  private:
    CarrierListing listing_;
    LineId line_;
    const ConversationStore& conversations_;
    std::map<std::string, TakenText> ours_;              ///< by the carrier's id
    std::multimap<E164, const CarrierMessage*> others_;  ///< by number, oldest first
    std::map<std::int64_t, Ours> ours_by_request_;       ///< those that were answered
};

}  // namespace send_text
