#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/session.hpp"
#include "recipients/recipient.hpp"
#include "templates/merge_values.hpp"

namespace send_text {

/// What a message of `sender` to `recipient` can be filled with: the names, the postal code, the further
/// fields that the host has of the record (texts, numbers, true and false; of those that are called like one
/// of ours, ours counts; what is no JSON object counts as none), and of the sender the names and the branch.
/// All on one line each, without blanks around them: they stand within a sentence. Any thread.
MergeValues merge_values_of(const Recipient& recipient, const SessionUser& sender);

/// Values of several recipients; they are shared, for they are many.
using ValuesByRecord = std::map<RecordRef, std::shared_ptr<const MergeValues>>;
ValuesByRecord values_by_record(std::span<const Recipient> recipients, const SessionUser& sender);

/// Which fields there are: ours in the order in which people look for them, then the host's by the alphabet;
/// of those, the ones that somebody has a value for.
class FieldsHelp {
  public:
    void add(const MergeValues& values);

    /// By name. Before anybody is added: what records and users have.
    std::vector<std::string> names() const;

  private:
    std::set<std::string, std::less<>> fields_;
};

/// "Fields: {first_name}, {last_name}, {branch} …"
std::string describe_fields(const std::vector<std::string>& names);

}  // namespace send_text
