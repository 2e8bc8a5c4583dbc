#include "store/audit_store.hpp"

#include "store/query.hpp"

namespace send_text {
namespace {

constexpr const char* select_entries =
    "SELECT id, at_ms, rep_id, rep_name, action, subject, line, number, records, request_id, text_id, "
    "outcome, "
    "detail FROM audit_entry ";

AuditEntry read_entry(Row& row) {
    return {.id = row.integer(),
            .at = row.time(),
            .who = {.rep_id = row.integer(), .name = row.text()},
            .action = row.text(),
            .subject = row.text(),
            .line = row.line(),
            .number = row.number(),
            .records = row.text(),
            .request_id = row.as<RequestId>(),
            .text_id = row.as<TextId>(),
            .outcome = row.text(),
            .detail = row.text()};
}

}  // namespace

void add_audit_entry(Poco::Data::Session& session, const AuditEntry& entry) {
    execute(session,
            "INSERT INTO audit_entry (at_ms, rep_id, rep_name, action, subject, line, number, records, "
            "request_id, text_id, outcome, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {entry.at, entry.who.rep_id, entry.who.name, entry.action, entry.subject, entry.line,
             entry.number, entry.records, entry.request_id, entry.text_id, entry.outcome, entry.detail});
}

void AuditStore::add(const std::vector<AuditEntry>& entries) {
    database_.transaction([&](Poco::Data::Session& session) {
        for (const AuditEntry& entry : entries)
            add_audit_entry(session, entry);
    });
}

std::optional<AuditEntry> AuditStore::latest(const std::string& action, const std::string& subject) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_first(
            session,
            std::string(select_entries) +
                "WHERE action = ? AND subject = ? AND outcome = 'done' ORDER BY id DESC LIMIT 1",
            {action, subject}, read_entry);
    });
}

std::vector<AuditEntry> AuditStore::after(std::int64_t id, std::int64_t limit) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session, std::string(select_entries) + "WHERE id > ? ORDER BY id LIMIT ?", {id, limit},
                      read_entry);
    });
}

}  // namespace send_text
