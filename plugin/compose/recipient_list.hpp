#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/e164.hpp"
#include "model/line_id.hpp"
#include "model/text.hpp"
#include "recipients/recipient.hpp"

namespace send_text {

/// The recipients of a compose dialog, in the order of its rows. Of those with one number the first gets the
/// text, the others share it.
class RecipientList {
  public:
    /// One more, as it was found by itself.
    void add(Recipient recipient);

    /// As they are shown: who shares a number with one before is marked.
    const std::vector<Recipient>& all() const { return shown_; }

    /// As it was found by itself.
    const Recipient& found(std::size_t index) const { return found_.at(index); }

    /// How many can be texted, and how many texts that takes: one for each number.
    std::size_t textable() const;
    std::size_t texts() const { return first_with_number_.size(); }

    /// The row of a record; nothing when it is not (any more) in the list.
    std::optional<std::size_t> find(const std::string& row_id) const;

    /// Takes rows out, or puts another way to text its record there. Returns which rows (after that) are to
    /// be shown anew.
    std::vector<std::size_t> remove(const std::set<std::size_t>& indexes);
    std::vector<std::size_t> replace(std::size_t index, Recipient recipient);

    /// One text for each number, in the order of the rows, owned by all records that share it, from the line
    /// that `line_for` gives.
    std::vector<OutgoingText> outgoing(const std::function<LineId(const E164&)>& line_for) const;

  private:
    const Recipient* first_with_number_of(std::size_t index);
    std::vector<std::size_t> update_sharing();

    std::vector<Recipient> found_;
    std::vector<Recipient> shown_;
    std::unordered_map<E164, std::size_t> first_with_number_;  ///< of those that can be texted
};

}  // namespace send_text
