#include "compose/line_choice.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "recipients/phone_format.hpp"

namespace send_text {

using nlohmann::json;

LineChoice::LineChoice(std::vector<Account> accounts, SessionUser user)
    : accounts_(std::move(accounts)), user_(std::move(user)) {}

bool LineChoice::choose(const std::string& line) {
    for (std::size_t index = 0; index < accounts_.size(); ++index) {
        if (accounts_[index].line != line) continue;
        chosen_ = index;
        return true;
    }
    return false;
}

std::string LineChoice::label_of(const Account& account) const {
    const bool is_own = account.owner == AccountOwner::user;
    return national_format(account.line) + " (" + (is_own ? user_.name : user_.branch_name) + ")";
}

json LineChoice::element() const {
    if (accounts_.size() < 2) {
        const std::string words = is_by_conversation()
                                      ? "From the line of the last conversation with each person"
                                      : "From " + label_of(accounts_.front());
        return {{"kind", "text"}, {"id", "line"}, {"text", words}};
    }
    json choices = json::array();
    for (const Account& account : accounts_)
        choices.push_back({{"value", account.line}, {"label", label_of(account)}});
    return {{"kind", "choice"},
            {"id", "line"},
            {"label", "From"},
            {"value", accounts_[chosen_].line},
            {"choices", std::move(choices)}};
}

}  // namespace send_text
