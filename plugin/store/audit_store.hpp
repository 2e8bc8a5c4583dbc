#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/text.hpp"

namespace send_text {

/// Something that was done, by whom, and what came of it. Holds no secret and no body.
struct AuditEntry {
    std::int64_t id = 0;  ///< given by the store
    std::int64_t at_ms = 0;
    Sender who = {};           ///< rep_id 0: it came about by itself; the name is "Send Text" then
    std::string action = {};   ///< "send", "text", "account.add", "setting.change" …
    std::string subject = {};  ///< the account or setting
    std::string line = {};
    std::string number = {};   ///< E.164
    std::string records = {};  ///< "employee 5814, contact 6553"
    std::int64_t request_id = 0;
    std::int64_t text_id = 0;
    std::string outcome = {};  ///< "done", "refused", or the state of a text
    std::string detail = {};
};

/// Adds an entry within a transaction, so that what is told and the telling are durable together.
void add_audit_entry(Poco::Data::Session& session, const AuditEntry& entry);

/// The audit trail: only ever added to, the store itself refuses else. Each call is one durable transaction;
/// any thread.
class AuditStore {
  public:
    explicit AuditStore(Database& database) : database_(database) {}

    void add(const AuditEntry& entry) { add(std::vector{entry}); }

    /// All, or none.
    void add(const std::vector<AuditEntry>& entries);

    /// The latest of such entries that were done; nothing: there is none.
    std::optional<AuditEntry> latest(const std::string& action, const std::string& subject) const;

    /// Those after an id, oldest first, at most so many.
    std::vector<AuditEntry> after(std::int64_t id, std::int64_t most) const;

  private:
    Database& database_;
};

}  // namespace send_text
