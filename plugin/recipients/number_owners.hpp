#pragma once

#include <string>
#include <unordered_map>
#include <utility>

#include "core/e164.hpp"
#include "recipients/recipient.hpp"

namespace send_text {

/// Gives `recipient` the verdict shares_number: `first` gets the text to their number.
void share_number(Recipient& recipient, const Recipient& first);

/// The first recipient of each number in a request.
class NumberOwners {
  public:
    /// Gives `recipient` the verdict shares_number when another, earlier record has its number.
    void mark_sharing(Recipient& recipient);

  private:
    std::unordered_map<E164, std::pair<RecordRef, std::string>> owners_;
};

}  // namespace send_text
