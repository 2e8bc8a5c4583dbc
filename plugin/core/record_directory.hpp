#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/contact_method.hpp"
#include "core/e164.hpp"
#include "core/record.hpp"
#include "core/record_fields.hpp"

namespace send_text {

/// What the host knows of a record, as far as texting needs it.
struct RecordDetails {
    RecordRef record;
    std::string display_name;
    std::int64_t branch_id = 0;
    std::string branch_name = {};  ///< empty where the host does not tell it
    std::int64_t rep_id = 0;
    std::vector<ContactMethod> methods;
    RecordFields fields = {};
    std::optional<std::string> unreadable = {};  ///< why nothing is known of the record, a sentence
};

/// The host's records. Calls block on the host's data.
/// Threads: any but the main one.
class RecordDirectory {
  public:
    virtual ~RecordDirectory() = default;

    /// Calls `found` for each of `records` in order: its index, and its details or null when the record is
    /// gone. `found` returns false to stop early. Throws std::runtime_error, in words, when the host fails.
    virtual void fetch(std::span<const RecordRef> records,
                       const std::function<bool(std::size_t index, const RecordDetails* details)>& found) = 0;

    /// Replaces the value of a method of the record, if it is still `old_value`. Throws std::runtime_error,
    /// in words, when the host does not do it: the value has changed, or the user may not.
    virtual void update_method(const RecordRef& record, std::int64_t method_id, const std::string& old_value,
                               const std::string& new_value) = 0;

    /// The records that have this number among their methods.
    virtual std::vector<RecordRef> find_by_phone(const E164& number) = 0;
};

}  // namespace send_text
