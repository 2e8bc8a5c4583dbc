#include "store_fixture.hpp"

#include "store/query.hpp"
#include "store/text_rows.hpp"

using namespace send_text;

SendRequest request(std::vector<OutgoingText> texts, const std::string& body) {
    for (OutgoingText& text : texts)
        if (text.line.empty()) text.line = line;
    return {.body = body, .sender = {.rep_id = 7, .name = "Ann"}, .texts = std::move(texts)};
}

ListedMessage reply(const E164& number, const std::string& carrier_message_id, TimePoint created_at,
                    const std::string& body) {
    return {.line = line,
            .number = number,
            .carrier_message_id = carrier_message_id,
            .inbound = true,
            .body = body,
            .created_at = created_at};
}

std::string refusal_of(const std::string& path) {
    CountingRandom random;
    try {
        const Database database(path, random);
    } catch (const StoreError& error) {
        return error.what();
    }
    return {};
}

Text Store::queue(const E164& number, std::vector<RecordRef> records, TimePoint now,
                  const std::string& body) {
    const auto id = outbox.commit(request({{.number = number, .records = std::move(records)}}, body), now);
    return outbox.texts_of(id).front();
}

Text Store::send(const E164& number, std::vector<RecordRef> records, TimePoint now, const std::string& body) {
    const auto id = queue(number, std::move(records), now, body).id;
    const auto claimed = outbox.claim(line, now);
    if (!claimed || claimed->id != id) throw std::logic_error("another text was waiting");
    outbox.accepted(id, "carrier-" + std::to_string(number_of(id)), now, batch_window);
    return text(id);
}

Text Store::text(TextId id) {
    return in_transaction(*database, [&](Poco::Data::Session& session) {
        return select_texts(session, "t.id = ?", {id}).at(0);
    });
}

void Store::force_state(TextId text_id, TextState state) {
    database->transaction([&](Poco::Data::Session& session) {
        execute(session, "UPDATE outgoing_text SET state = ? WHERE id = ?", {state, text_id});
    });
}
