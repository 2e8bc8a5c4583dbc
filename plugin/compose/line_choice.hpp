#pragma once

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/session.hpp"
#include "model/account.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// Which line a compose dialog texts from: one of those that the user may text from, to begin with the one of
/// the last conversation; and when there is none, for each number the line of its last conversation.
class LineChoice {
  public:
    /// `accounts`: those of the user, the first is chosen.
    LineChoice(std::vector<Account> accounts, SessionUser user);

    bool is_by_conversation() const { return accounts_.empty(); }

    /// The lines among which there is something to choose; none when there is only one.
    std::set<LineId> lines() const;

    /// Chooses another one, or each_conversation. False when it is none of the user's.
    bool choose(const LineId& line);

    /// The lines of the last conversations with those who are texted: unless a person has chosen one already,
    /// the only one of them is chosen, and of several each for its conversation.
    void conversations_found(std::set<LineId> lines);

    /// The line that is chosen; empty: that of each number's last conversation.
    LineId line() const;

    /// The line to a number, whose last conversation was on `conversation` (empty: there was none).
    LineId line_for(const LineId& conversation) const;

    /// The element of the dialog that names it, and lets choose among several.
    nlohmann::json element() const;

  private:
    std::string label_of(const Account& account) const;
    std::string words_by_conversation() const;

    std::vector<Account> accounts_;
    SessionUser user_;
    std::size_t chosen_ = 0;
    bool is_chosen_by_person_ = false;
    bool follows_each_ = false;       ///< each conversation stays on its line
    std::set<LineId> conversations_;  ///< their lines
};

}  // namespace send_text
