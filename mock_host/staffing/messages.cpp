#include "mock_host/staffing/messages.hpp"

#include "mock_host/staffing/action_code_rows.hpp"
#include "mock_host/staffing/record_rows.hpp"

namespace mock_host {

namespace {

constexpr const char* columns =
    "SELECT message.id, coalesce(idempotency_key, ''), action_code, text, coalesce(author_user_id, 0), "
    "created_at_ms"
    " FROM message ";

std::vector<RecordKey> load_links(Session& session, std::int64_t message_id) {
    return load_record_keys(
        session, "SELECT kind, record_id FROM message_link WHERE message_id = ? ORDER BY kind, record_id",
        message_id);
}

/// `select` holds the columns above and its condition.
std::vector<Message> load_messages(Session& session, Statement& select) {
    std::vector<Message> messages;
    Message row;
    select, sql::into(row.id), sql::into(row.key), sql::into(row.action_code), sql::into(row.text),
        sql::into(row.author_user_id), sql::into(row.created_at_ms);
    for_each_row(select, [&] { messages.push_back(row); });
    for (Message& message : messages)
        message.links = load_links(session, message.id);
    return messages;
}

std::optional<Message> load_message_by_key(Session& session, const std::string& key) {
    Statement select(session);
    select << std::string(columns) + "WHERE idempotency_key = ?", sql::bind(key);
    std::vector<Message> found = load_messages(session, select);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

ActionCode require_usable_code(Session& session, const NewMessage& message) {
    const auto code = load_action_code(session, message.action_code);
    if (!code) throw NotFound("There is no action code \"" + message.action_code + "\".");
    if (!code->active) throw InvalidInput("The action code \"" + code->code + "\" is inactive.");
    for (const RecordKey& link : message.links) {
        const bool relevant =
            link.kind == RecordKind::employee ? code->relevant_to_employee : code->relevant_to_contact;
        if (!relevant) {
            throw InvalidInput("The action code \"" + code->code + "\" is not for " +
                               std::string(word(link.kind)) +
                               " records, so the message cannot be logged on " + describe(link) + ".");
        }
    }
    return *code;
}

void require_user(Session& session, std::int64_t user_id) {
    std::int64_t count = 0;
    session << "SELECT count(*) FROM user WHERE id = ?", sql::bind(user_id), sql::into(count), sql::now;
    if (count == 0) throw NotFound("There is no user " + std::to_string(user_id) + ".");
}

std::int64_t insert_message(Session& session, const NewMessage& message) {
    session << "INSERT INTO message (idempotency_key, action_code, text, author_user_id, created_at_ms)"
               " VALUES (nullif(?, ''), ?, ?, nullif(?, 0), ?)",
        sql::bind(message.key), sql::bind(message.action_code), sql::bind(message.text),
        sql::bind(message.author_user_id), sql::bind(message.created_at_ms), sql::now;
    return last_insert_id(session);
}

void update_record(Session& session, const RecordKey& link, const std::string& assignment) {
    session << "UPDATE record SET " + assignment + " WHERE kind = ? AND id = ?",
        sql::bind(static_cast<std::int32_t>(link.kind)), sql::bind(link.id), sql::now;
}

void apply_side_effect(Session& session, const ActionCode& code, const RecordKey& link) {
    if (code.side_effect == "deactivate") update_record(session, link, "active = 0");
    if (code.side_effect == "reactivate") update_record(session, link, "active = 1");
    if (code.side_effect == "do_not_assign") update_record(session, link, "status = 'Do Not Assign'");
}

void link_to_record(Session& session, std::int64_t message_id, const ActionCode& code,
                    const RecordKey& link) {
    session << "INSERT OR IGNORE INTO message_link (message_id, kind, record_id) VALUES (?, ?, ?)",
        sql::bind(message_id), sql::bind(static_cast<std::int32_t>(link.kind)), sql::bind(link.id), sql::now;
    if (link.kind == RecordKind::employee) {
        session << "UPDATE record SET last_message = ? WHERE kind = 1 AND id = ?", sql::bind(code.code),
            sql::bind(link.id), sql::now;
    }
    apply_side_effect(session, code, link);
}

}  // namespace

AddedMessage Messages::add(const NewMessage& message) {
    refuse_zero_byte(message.key, "key of the message");
    refuse_zero_byte(message.text, "text of the message");
    return connection_.write([&](Session& session) -> AddedMessage {
        if (!message.key.empty()) {
            if (const auto known = load_message_by_key(session, message.key)) return {known->id, true};
        }
        if (message.links.empty()) throw InvalidInput("A message needs at least one record.");
        const ActionCode code = require_usable_code(session, message);
        if (message.author_user_id != 0) require_user(session, message.author_user_id);
        for (const RecordKey& link : message.links)
            require_record(session, link);

        const std::int64_t id = insert_message(session, message);
        for (const RecordKey& link : message.links)
            link_to_record(session, id, code, link);
        return {id, false};
    });
}

std::optional<Message> Messages::find(std::int64_t message_id) const {
    return connection_.read([&](Session& session) -> std::optional<Message> {
        Statement select(session);
        select << std::string(columns) + "WHERE id = ?", sql::bind(message_id);
        std::vector<Message> found = load_messages(session, select);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::optional<Message> Messages::find_by_key(std::string_view key) const {
    if (key.empty()) return std::nullopt;
    return connection_.read([&](Session& session) { return load_message_by_key(session, std::string(key)); });
}

std::int64_t Messages::last_id() const {
    return connection_.read([](Session& session) {
        std::int64_t id = 0;
        session << "SELECT coalesce(max(id), 0) FROM message", sql::into(id), sql::now;
        return id;
    });
}

std::vector<Message> Messages::of_record(const RecordKey& key) const {
    return connection_.read([&](Session& session) {
        Statement select(session);
        select << std::string(columns) +
                      "JOIN message_link ON message_id = message.id"
                      " WHERE kind = ? AND record_id = ?"
                      " ORDER BY created_at_ms DESC, message.id DESC",
            sql::bind(static_cast<std::int32_t>(key.kind)), sql::bind(key.id);
        return load_messages(session, select);
    });
}

}  // namespace mock_host
