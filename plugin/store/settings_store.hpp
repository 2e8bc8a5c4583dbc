#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "store/audit_store.hpp"

namespace send_text {

/// Settings that differ from their defaults, by key, as JSON text.
/// Threads: any; the database takes turns.
class SettingsStore {
  public:
    explicit SettingsStore(Database& database);

    std::map<std::string, std::string> load() const;

    /// Makes `values` all that load() gives, and adds to the audit trail what was changed. Who changed a
    /// value and when is kept with it.
    void save(const std::map<std::string, std::string>& values, const std::vector<AuditEntry>& audit_entries,
              std::int64_t changed_by_rep_id, TimePoint now);

  private:
    Database& database_;
};

}  // namespace send_text
