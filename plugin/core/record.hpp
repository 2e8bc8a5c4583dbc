#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace send_text {

enum class RecordKind : std::int32_t { unspecified = 0, employee = 1, contact = 2 };

/// A record of the host, named by its kind and its 64-bit id.
struct RecordRef {
    RecordKind kind = RecordKind::unspecified;
    std::int64_t id = 0;

    auto operator<=>(const RecordRef&) const = default;
};

/// "employee 5814": how logs and messages name a record.
std::string describe(const RecordRef& record);

/// The records without those that come again, each at its first place.
std::vector<RecordRef> without_repeats(const std::vector<RecordRef>& records);

}  // namespace send_text
