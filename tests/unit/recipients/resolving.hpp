#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "model/settings.hpp"
#include "recipients/recipient_resolver.hpp"
#include "unit/support/fake_record_directory.hpp"

namespace send_text::testing {

/// Finds recipients among records of a directory of its own, and keeps what was found.
class Resolving {
  public:
    Resolving() { directory.branch_id = 7; }

    FakeRecordDirectory directory;
    NumberJudge judge{"US"};
    ResolutionRules rules{.method_order = Settings().method_order};
    std::vector<Recipient> recipients;
    std::vector<std::size_t> part_sizes;

    bool resolve(
        const std::vector<RecordRef>& records,
        const std::function<bool()>& cancelled = [] { return false; }) {
        const RecipientResolver resolver(directory, judge, rules);
        return resolver.resolve(
            records,
            [&](std::span<const Recipient> part) {
                part_sizes.push_back(part.size());
                recipients.insert(recipients.end(), part.begin(), part.end());
            },
            cancelled);
    }

    /// `count` employees with numbers of their own, from (651) 200-0000 on.
    std::vector<RecordRef> add_people(std::int64_t count) {
        std::vector<RecordRef> records;
        for (std::int64_t i = 0; i < count; ++i) {
            records.push_back(
                directory.add(i + 1, "Person " + std::to_string(i + 1), std::to_string(6512000000 + i)));
        }
        return records;
    }
};

}  // namespace send_text::testing
