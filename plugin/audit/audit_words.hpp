#pragma once

#include <map>
#include <string>
#include <vector>

#include "audit/audit_names.hpp"
#include "model/audit_entry.hpp"

namespace send_text {

/// An entry of the audit trail as people read it.
struct AuditWords {
    std::string time;     ///< "2026-03-02 12:04:00", where the reader is
    std::string who;      ///< "Ann Poe"; never empty
    std::string action;   ///< "Changed a setting"
    std::string subject;  ///< "Pace of a line"; an account: its carrier, its line, "of Memphis NE"
    std::string line;     ///< "(651) 555-0100"
    std::string number;
    std::string records;  ///< "Dominic Proke (employee 5814)"
    std::string outcome;  ///< "Done"
    std::string detail;   ///< "24 hours → 1 hour"
};

/// Puts entries of any version into words: what is not known stays as it is.
class AuditReader {
  public:
    /// `names` must outlive this.
    explicit AuditReader(const AuditNames& names) : names_(names) {}

    /// The entries in words, in their order.
    std::vector<AuditWords> describe(const std::vector<AuditEntry>& entries) const;

  private:
    std::string who_of(const AuditEntry& entry) const;
    std::string subject_of(const AuditEntry& entry) const;
    std::string detail_of(const AuditEntry& entry) const;
    std::string owner_words(const std::string& kind, const std::string& id) const;
    std::string account_difference(const std::string& detail) const;

    const AuditNames& names_;
};

}  // namespace send_text
