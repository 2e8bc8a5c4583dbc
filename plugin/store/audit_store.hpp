#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/audit_entry.hpp"
#include "model/text.hpp"
#include "store/database.hpp"

namespace send_text {

/// Adds an entry within a transaction, so that what is told and the telling are durable together.
void add_audit_entry(Poco::Data::Session& session, const AuditEntry& entry);

/// The audit trail: only ever added to, the store itself refuses else. Each call is one durable transaction.
/// Threads: any; the database takes turns.
class AuditStore {
  public:
    explicit AuditStore(Database& database) : database_(database) {}

    void add(const AuditEntry& entry) { add(std::vector{entry}); }

    /// All, or none.
    void add(const std::vector<AuditEntry>& entries);

    /// The latest of such entries that were done; nothing: there is none.
    std::optional<AuditEntry> latest(const std::string& action, const std::string& subject) const;

    /// Those after an id, oldest first, at most so many.
    std::vector<AuditEntry> after(std::int64_t id, std::int64_t limit) const;

  private:
    Database& database_;
};

}  // namespace send_text
