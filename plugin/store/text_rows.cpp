#include "store/text_rows.hpp"

namespace send_text {
namespace {

// In the order of Text's members.
constexpr const char* select_text =
    "SELECT t.id, t.request_id, t.line, t.number, coalesce(t.body, r.body), r.rep_id, r.rep_name, t.state, "
    "t.hold_reason, "
    "r.created_ms, t.state_since_ms, t.not_before_ms, t.sending_since_ms, t.attempts, t.carrier_message_id, "
    "t.reason, t.carrier, t.carrier_account, t.must_be_looked_for, t.look_from_request, t.look_from_ms, "
    "t.look_from_carrier_ms, t.look_from_filed, t.request_number FROM outgoing_text t JOIN send_request r ON "
    "r.id = t.request_id WHERE ";

Text read_text(Row& row) {
    return {.id = row.as<TextId>(),
            .request_id = row.as<RequestId>(),
            .line = row.line(),
            .number = row.number(),
            .body = row.text(),
            .sender = {.rep_id = row.integer(), .name = row.text()},
            .state = row.as<TextState>(),
            .hold_reason = row.as<HoldReason>(),
            .created_at = row.time(),
            .state_since = row.time(),
            .not_before = row.time(),
            .sending_since = row.time(),
            .attempts = row.integer(),
            .carrier_message_id = row.text(),
            .reason = row.text(),
            .handed_to = {.carrier = row.text(), .name = row.text()},
            .look = row.as<Look>(),
            .look_from = {.request = row.integer(),
                          .at = row.time(),
                          .carrier_at = row.time(),
                          .filed = row.integer()},
            .request_number = row.integer()};
}

}  // namespace

std::vector<Text> select_texts(Poco::Data::Session& session, const std::string& condition, Values values) {
    return select(session, select_text + condition, values, read_text);
}

}  // namespace send_text
