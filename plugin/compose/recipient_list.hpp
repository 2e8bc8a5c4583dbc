#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "recipients/recipient.hpp"
#include "store/text.hpp"

namespace send_text {

/// The recipients of a compose dialog, in the order of its rows.
class RecipientList {
  public:
    void add(const Recipient& recipient) { recipients_.push_back(recipient); }

    const std::vector<Recipient>& all() const { return recipients_; }

    /// How many can be texted, and how many texts that makes: recipients who share a number get one.
    std::size_t textable() const;
    std::size_t texts() const;

    /// The row of a record; nothing when it is not (any more) in the list.
    std::optional<std::size_t> find(const std::string& row_id) const;

    /// Takes a row out. When it was the first with its number, the next with that number becomes the first;
    /// its row (after the removal) is returned, for it is to be shown anew.
    std::optional<std::size_t> remove(std::size_t index);

    /// One text for each number, owned by all records that share it, from the line that `line_for` gives.
    std::vector<OutgoingText> outgoing(const std::function<std::string(const std::string&)>& line_for) const;

  private:
    std::vector<Recipient> recipients_;
};

}  // namespace send_text
