#pragma once

#include <map>
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

    /// The line of a number's last conversation was found.
    void found(const std::string& number, const std::string& line) { lines_by_number_[number] = line; }

    /// The line from which a number is texted; empty when there is none.
    std::string line_for(const std::string& number) const;

    /// The element of the dialog that names it, and lets choose among several.
    nlohmann::json element() const;

  private:
    std::string label_of(const Account& account) const;

    std::vector<Account> accounts_;
    SessionUser user_;
    std::size_t chosen_ = 0;
    std::map<std::string, std::string> lines_by_number_;
};

}  // namespace send_text
