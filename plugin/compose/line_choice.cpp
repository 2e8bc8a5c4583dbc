#include "compose/line_choice.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "core/phone_format.hpp"
#include "dialogs/view.hpp"

namespace send_text {

using nlohmann::json;

namespace {

constexpr const char* each_conversation = "each_conversation";

}  // namespace

LineChoice::LineChoice(std::vector<Account> accounts, SessionUser user)
    : accounts_(std::move(accounts)), user_(std::move(user)) {}

std::set<LineId> LineChoice::lines() const {
    std::set<LineId> lines;
    if (accounts_.size() < 2) return lines;
    for (const Account& account : accounts_)
        lines.insert(account.line);
    return lines;
}

bool LineChoice::choose(const LineId& line) {
    if (line.str() == each_conversation && conversations_.size() > 1) {
        is_chosen_by_person_ = follows_each_ = true;
        return true;
    }
    for (std::size_t index = 0; index < accounts_.size(); ++index) {
        if (accounts_[index].line != line) continue;
        chosen_ = index;
        is_chosen_by_person_ = true;
        follows_each_ = false;
        return true;
    }
    return false;
}

void LineChoice::conversations_found(std::set<LineId> lines) {
    conversations_ = std::move(lines);
    if (is_chosen_by_person_ || conversations_.empty()) return;
    follows_each_ = conversations_.size() > 1;
    for (std::size_t index = 0; index < accounts_.size(); ++index) {
        if (!follows_each_ && conversations_.contains(accounts_[index].line)) chosen_ = index;
    }
}

LineId LineChoice::line() const {
    return is_by_conversation() || follows_each_ ? LineId() : accounts_[chosen_].line;
}

LineId LineChoice::line_for(const LineId& conversation) const {
    if (is_by_conversation()) return conversation;
    return follows_each_ && !conversation.empty() ? conversation : accounts_[chosen_].line;
}

std::string LineChoice::label_of(const Account& account) const {
    const bool is_own = account.owner == AccountOwner::user;
    const std::string owner = is_own ? user_.name : user_.branch_name;
    return national_format(account.line.str()) + (owner.empty() ? "" : " (" + owner + ")");
}

std::string LineChoice::words_by_conversation() const {
    if (conversations_.empty()) return "From the line of the last conversation with each person";
    std::string lines;
    for (const LineId& line : conversations_)
        lines += (lines.empty() ? "" : " or ") + national_format(line.str());
    if (conversations_.size() == 1) return "From " + lines + ", the line of the last conversation";
    return "From " + lines + ", for each person the line of the last conversation";
}

json LineChoice::element() const {
    if (accounts_.size() < 2) {
        const std::string words =
            is_by_conversation() ? words_by_conversation() : "From " + label_of(accounts_.front());
        return view::Text("line", words);
    }
    std::vector<view::Option> choices;
    if (conversations_.size() > 1) {
        choices.push_back({each_conversation, "The line of each person's last conversation; new ones from " +
                                                  national_format(accounts_[chosen_].line.str())});
    }
    for (const Account& account : accounts_)
        choices.push_back({account.line.str(), label_of(account)});
    return view::Choice("line", "From", follows_each_ ? each_conversation : accounts_[chosen_].line.str(),
                        choices);
}

}  // namespace send_text
