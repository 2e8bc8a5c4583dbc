#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/record.hpp"

namespace send_text {

/// What whoever reads the audit trail calls things. Each may be missing, or answer with an empty name: then
/// the id is told.
struct AuditNames {
    std::string time_zone = {};  ///< of who reads, IANA; empty: UTC
    std::function<std::string(std::int64_t branch_id)> branch = {};
    std::function<std::string(std::int64_t rep_id)> rep = {};
    /// The names of records, as far as there are such records. Asked once for all of a part.
    std::function<std::map<RecordRef, std::string>(const std::vector<RecordRef>&)> records = {};
};

}  // namespace send_text
