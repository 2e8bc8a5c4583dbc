#include "store/webhook_message_store.hpp"

#include <algorithm>
#include <utility>

#include "store/query.hpp"

namespace send_text {
namespace {

constexpr Milliseconds kept_for = std::chrono::days(30);
constexpr const char* columns =
    "line, number, carrier_message_id, inbound, body, created_ms, media, state, failure, fact";

WebhookMessage read_message(Row& row) {
    WebhookMessage received;
    received.message = {.line = row.line(),
                        .number = row.number(),
                        .carrier_message_id = row.text(),
                        .inbound = row.integer() != 0,
                        .body = row.text(),
                        .created_at = row.time(),
                        .media = row.integer()};
    received.state = row.as<TextState>();
    received.failure = row.text();
    const std::int64_t fact = row.integer();
    if (fact != 0) received.fact = static_cast<NumberFact>(fact);
    return received;
}

/// What is known of a message that was heard of before; nothing when this is no news.
std::optional<WebhookMessage> news(const WebhookMessage& before, const WebhookMessage& received) {
    const bool has_ended = before.state != TextState::accepted;
    if (has_ended || received.state == TextState::accepted) return std::nullopt;
    WebhookMessage known = received;
    known.message.created_at = std::min(before.message.created_at, received.message.created_at);
    return known;
}

void insert(Poco::Data::Session& session, const WebhookMessage& received, TimePoint now) {
    const ListedMessage& message = received.message;
    execute(session,
            std::string("INSERT INTO heard_message (") + columns +
                ", heard_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {message.line, message.number, message.carrier_message_id, message.inbound, message.body,
             message.created_at, message.media, received.state, received.failure,
             received.fact ? static_cast<std::int64_t>(*received.fact) : std::int64_t{0}, now});
}

}  // namespace

void WebhookMessageStore::add(const std::vector<WebhookMessage>& received, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session, "DELETE FROM heard_message WHERE heard_ms < ?", {now - kept_for});
        for (const WebhookMessage& one : received) {
            const ListedMessage& message = one.message;
            const auto before =
                select_first(session,
                             std::string("SELECT ") + columns +
                                 " FROM heard_message WHERE line = ? AND carrier_message_id = ?",
                             {message.line, message.carrier_message_id}, read_message);
            const auto known = before ? news(*before, one) : one;
            if (!known) continue;
            // Anew, so that it comes before what was heard meanwhile.
            execute(session, "DELETE FROM heard_message WHERE line = ? AND carrier_message_id = ?",
                    {message.line, message.carrier_message_id});
            insert(session, *known, now);
        }
    });
}

std::vector<WebhookMessage> WebhookMessageStore::latest(const LineId& line, std::int64_t start,
                                                        std::int64_t limit) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      std::string("SELECT ") + columns +
                          " FROM heard_message WHERE line = ? ORDER BY id DESC LIMIT ? OFFSET ?",
                      {line, limit, start}, read_message);
    });
}

}  // namespace send_text
