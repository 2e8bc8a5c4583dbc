#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/number_fact.hpp"
#include "core/time.hpp"
#include "model/conversation.hpp"
#include "model/line_id.hpp"
#include "store/database.hpp"

namespace send_text {

/// A message of which the carrier told by itself.
struct WebhookMessage {
    ListedMessage message;
    TextState state = TextState::accepted;  ///< and delivered, failed
    std::string failure;                    ///< why, of failed; may be empty
    std::optional<NumberFact> fact = {};    ///< what that tells of the number
};

/// What was heard from carriers that list nothing, for a month: it stands in for their lists. Each call is
/// one durable transaction.
/// Threads: any; the database takes turns.
class WebhookMessageStore {
  public:
    explicit WebhookMessageStore(Database& database) : database_(database) {}

    /// Keeps what was heard. The same message again tells only how far it has come: never back.
    void add(const std::vector<WebhookMessage>& received, TimePoint now);

    /// So many of a line from the start-th on: what was news last comes first.
    std::vector<WebhookMessage> latest(const LineId& line, std::int64_t start, std::int64_t limit) const;

  private:
    Database& database_;
};

}  // namespace send_text
