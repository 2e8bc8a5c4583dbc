#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/audit_names.hpp"
#include "model/audit_entry.hpp"

namespace send_text {

/// As the contract numbers them (staffing/ext/audit.h).
enum class AuditFormat : std::int32_t { csv = 1, json_lines = 2, spreadsheet = 3 };

/// A part of the trail as text. The parts one behind the other are the file; the first of a CSV file begins
/// with the columns' names.
std::string audit_part(const std::vector<AuditEntry>& entries, AuditFormat format, bool is_first,
                       const AuditNames& names);

}  // namespace send_text
