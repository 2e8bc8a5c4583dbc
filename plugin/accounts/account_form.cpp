#include "accounts/account_form.hpp"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

using nlohmann::json;

std::string text_of(const json& values, const char* field) {
    const auto found = values.find(field);
    return found != values.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t id_of(const std::string& text) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? id : 0;
}

std::string problem_of_username(const std::string& username) {
    if (username.empty()) return "Enter the text-enabled number as the username.";
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (!std::all_of(username.begin(), username.end(), is_digit)) {
        return "The username must be all digits, without parentheses, dashes, spaces or letters: 6515550100.";
    }
    if (to_e164(username, "US").empty()) {
        return "The username must be a phone number: 10 digits in the US, else the country code and the "
               "number.";
    }
    return {};
}

}  // namespace

json account_form() {
    const json types = {{{"value", "branch"}, {"label", "Per branch"}},
                        {{"value", "user"}, {"label", "Per user"}}};
    return {{"service", "send_text"},
            {"label", "Send Text"},
            {"help", "An account at a texting carrier, for all of a branch or for one service rep."},
            {"fields",
             {{{"id", "owner"},
               {"type", "choice"},
               {"label", "Account type"},
               {"required", true},
               {"choices", types}},
              {{"id", "branch"},
               {"type", "branch"},
               {"label", "Branch"},
               {"required", true},
               {"shown_when", {{"field", "owner"}, {"value", "branch"}}}},
              {{"id", "service_rep"},
               {"type", "service_rep"},
               {"label", "ServiceRep"},
               {"required", true},
               {"shown_when", {{"field", "owner"}, {"value", "user"}}}},
              {{"id", "carrier"},
               {"type", "choice"},
               {"label", "Carrier"},
               {"required", true},
               {"choices", json::array({{{"value", "zipwhip"}, {"label", "Zipwhip"}}})}},
              {{"id", "username"},
               {"type", "text"},
               {"label", "Username"},
               {"required", true},
               {"help", "The text-enabled number, digits only."}},
              {{"id", "password"}, {"type", "secret"}, {"label", "Password"}, {"required", true}}}}};
}

Problems check_account(const json& values, bool is_new) {
    if (!values.is_object()) return {{"", "The account must be an object, field to text."}};
    Problems problems;
    const std::string owner = text_of(values, "owner");
    if (owner != "branch" && owner != "user")
        problems["owner"] = "Choose whether the account is per branch or per user.";
    if (owner == "branch" && id_of(text_of(values, "branch")) == 0) problems["branch"] = "Choose the branch.";
    if (owner == "user" && id_of(text_of(values, "service_rep")) == 0)
        problems["service_rep"] = "Choose the user.";
    if (text_of(values, "carrier") != "zipwhip") problems["carrier"] = "Choose a carrier: zipwhip.";
    if (const std::string problem = problem_of_username(text_of(values, "username")); !problem.empty()) {
        problems["username"] = problem;
    }
    const bool has_password = values.contains("password");
    if ((is_new || has_password) && text_of(values, "password").empty())
        problems["password"] = "Enter the password.";
    return problems;
}

AccountValues read_account(const json& values) {
    AccountValues read;
    read.owner = text_of(values, "owner") == "user" ? AccountOwner::user : AccountOwner::branch;
    read.owner_id = id_of(text_of(values, read.owner == AccountOwner::user ? "service_rep" : "branch"));
    read.carrier = text_of(values, "carrier");
    read.username = text_of(values, "username");
    read.line = to_e164(read.username, "US");
    if (values.contains("password")) read.password = text_of(values, "password");
    return read;
}

json account_values(const Account& account) {
    const bool is_user = account.owner == AccountOwner::user;
    return {{"owner", is_user ? "user" : "branch"},
            {is_user ? "service_rep" : "branch", std::to_string(account.owner_id)},
            {"carrier", account.carrier},
            {"username", account.username}};
}

}  // namespace send_text
