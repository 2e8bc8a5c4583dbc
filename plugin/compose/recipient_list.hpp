#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "recipients/number_owners.hpp"
#include "recipients/recipient.hpp"
#include "store/text.hpp"

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

    /// How many can be texted, and who gets the texts: the first of each number.
    std::size_t textable() const;
    std::vector<const Recipient*> texted() const;

    /// The row of a record; nothing when it is not (any more) in the list.
    std::optional<std::size_t> find(const std::string& row_id) const;

    /// Takes a row out, or puts another way to text its record there. Returns which rows (after that) are to
    /// be shown anew.
    std::vector<std::size_t> remove(std::size_t index);
    std::vector<std::size_t> replace(std::size_t index, Recipient recipient);

    /// One text for each number, in the order of texted(), owned by all records that share it, from the line
    /// that `line_for` gives.
    std::vector<OutgoingText> outgoing(const std::function<std::string(const std::string&)>& line_for) const;

  private:
    std::vector<std::size_t> mark_sharing_anew();

    std::vector<Recipient> found_;
    std::vector<Recipient> shown_;
    NumberOwners owners_;
};

}  // namespace send_text
