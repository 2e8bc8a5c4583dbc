#include "store/text_transition.hpp"

#include "store/audit_store.hpp"
#include "store/batches.hpp"
#include "store/query.hpp"
#include "store/text_rows.hpp"

namespace send_text {
namespace {

/// Whether the audit trail tells of it: what people see of a text, not each try.
bool is_audited(TextState state) {
    return is_settled(state) || state == TextState::unknown || state == TextState::held;
}

std::string records_of(Poco::Data::Session& session, TextId text_id) {
    std::string records;
    for_each_row(session,
                 "SELECT record_kind, record_id FROM text_record WHERE text_id = ? "
                 "ORDER BY record_kind, record_id",
                 {text_id},
                 [&](Row& row) { records += (records.empty() ? "" : ", ") + describe(read_record(row)); });
    return records;
}

void add_to_audit_trail(Poco::Data::Session& session, TextId text_id, TimePoint now) {
    const Text text = select_texts(session, "t.id = ?", {text_id}).front();
    add_audit_entry(session, {.at = now,
                              .who = text.sender,
                              .action = "text",
                              .line = text.line,
                              .number = text.number,
                              .records = records_of(session, text_id),
                              .request_id = text.request_id,
                              .text_id = text_id,
                              .outcome = name_of(text.state),
                              .detail = text.reason});
}

}  // namespace

TextState state_of(Poco::Data::Session& session, TextId text_id) {
    const auto state = select_integer(session, "SELECT state FROM outgoing_text WHERE id = ?", {text_id});
    if (!state) throw StoreError("There is no text " + std::to_string(number_of(text_id)) + " in the store.");
    return static_cast<TextState>(*state);
}

void change_state(Poco::Data::Session& session, TextId text_id, const Transition& transition) {
    const TextState from = state_of(session, text_id);
    if (!may_become(from, transition.to)) {
        throw StoreError("Text " + std::to_string(number_of(text_id)) + " is " + name_of(from) +
                         " and cannot become " + name_of(transition.to) + ". It was left as it is.");
    }
    // An unknown text that is asked about again is unknown since it was first.
    if (from != transition.to) {
        execute(session, "UPDATE outgoing_text SET state = ?, state_since_ms = ? WHERE id = ?",
                {transition.to, transition.now, text_id});
    }
    if (transition.to == TextState::sending) {
        execute(session,
                "UPDATE outgoing_text SET sending_since_ms = ?, attempts = attempts + 1 WHERE id = ?",
                {transition.now, text_id});
    }
    execute(session, "UPDATE outgoing_text SET not_before_ms = ?, reason = ?, hold_reason = ? WHERE id = ?",
            {transition.not_before, transition.reason, transition.hold_reason, text_id});
    if (from != transition.to && is_audited(transition.to))
        add_to_audit_trail(session, text_id, transition.now);
}

}  // namespace send_text
