#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "accounts/session.hpp"
#include "store/account_store.hpp"

namespace send_text {

/// Which line a compose dialog texts from: one of those that the user may text from, and when there is none,
/// for each number the line of its last conversation.
class LineChoice {
  public:
    /// `accounts`: those of the user, the first is chosen.
    LineChoice(std::vector<Account> accounts, SessionUser user);

    bool is_by_conversation() const { return accounts_.empty(); }

    /// Chooses another one. False when it is none of the user's.
    bool choose(const std::string& line);

    /// The line that is chosen; empty: that of each number's last conversation.
    std::string line() const { return is_by_conversation() ? std::string() : accounts_[chosen_].line; }

    /// The element of the dialog that names it, and lets choose among several.
    nlohmann::json element() const;

  private:
    std::string label_of(const Account& account) const;

    std::vector<Account> accounts_;
    SessionUser user_;
    std::size_t chosen_ = 0;
};

}  // namespace send_text
