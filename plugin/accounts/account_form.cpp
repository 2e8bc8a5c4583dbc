#include "accounts/account_form.hpp"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "core/phone_format.hpp"
#include "gateway/twilio/addresses.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr const char* webhook_key_field = "webhook_key_secret";
constexpr const char* secret_fields[] = {"password", "auth_token", webhook_key_field};

std::string text_of(const json& values, const char* field) {
    const auto found = values.find(field);
    return found != values.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t id_of(const std::string& text) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? id : 0;
}

bool is_twilio(const json& values) {
    return text_of(values, "carrier") == "twilio";
}

const char* secret_field(const json& values) {
    return secret_fields[is_twilio(values) ? 1 : 0];
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

std::string line_of_sender(const std::string& sender) {
    return twilio::is_sid(sender, "MG") ? sender : to_e164(sender, "US");
}

json field(const char* id, const char* type, const char* label, bool is_required, const char* help = "") {
    return {{"id", id}, {"type", type}, {"label", label}, {"required", is_required}, {"help", help}};
}

json choice(const char* id, const char* label, const json& choices) {
    json made = field(id, "choice", label, true);
    made["choices"] = choices;
    return made;
}

json shown_when(json made, const char* other, const char* value) {
    made["shown_when"] = {{"field", other}, {"value", value}};
    return made;
}

void check_owner(const json& values, Problems& problems) {
    const std::string owner = text_of(values, "owner");
    if (owner == "branch") {
        if (id_of(text_of(values, "branch")) == 0) problems["branch"] = "Choose the branch.";
    } else if (owner == "user") {
        if (id_of(text_of(values, "service_rep")) == 0) problems["service_rep"] = "Choose the user.";
    } else {
        problems["owner"] = "Choose whether the account is per branch or per user.";
    }
}

void check_twilio(const json& values, Problems& problems) {
    if (!twilio::is_sid(text_of(values, "account_sid"), "AC")) {
        problems["account_sid"] =
            "The account SID is AC and 32 digits or letters from a to f. Copy it from Twilio's console.";
    }
    const std::string key = text_of(values, "api_key_sid");
    if (!key.empty() && !twilio::is_sid(key, "SK")) {
        problems["api_key_sid"] =
            "An API key's SID is SK and 32 digits or letters from a to f. Leave it empty to use the auth "
            "token.";
    }
    if (line_of_sender(text_of(values, "sender")).empty()) {
        problems["sender"] =
            "Enter the number that texts, such as (651) 555-0100, or a messaging service's SID: MG and 32 "
            "digits or letters from a to f.";
    }
}

}  // namespace

json account_form() {
    const json owners = {{{"value", "branch"}, {"label", "Per branch"}},
                         {{"value", "user"}, {"label", "Per user"}}};
    const json carriers = {{{"value", "zipwhip"}, {"label", "Zipwhip"}},
                           {{"value", "twilio"}, {"label", "Twilio"}}};
    return {
        {"service", "send_text"},
        {"label", "Send Text"},
        {"help", "An account at a texting carrier, for all of a branch or for one ServiceRep."},
        {"fields",
         json::array(
             {choice("owner", "Account type", owners),
              shown_when(field("branch", "branch", "Branch", true), "owner", "branch"),
              shown_when(field("service_rep", "service_rep", "ServiceRep", true), "owner", "user"),
              choice("carrier", "Carrier", carriers),
              shown_when(field("username", "text", "Username", true, "The text-enabled number, digits only."),
                         "carrier", "zipwhip"),
              shown_when(field("password", "secret", "Password", true), "carrier", "zipwhip"),
              shown_when(field("account_sid", "text", "Account SID", true, "AC…, from Twilio's console."),
                         "carrier", "twilio"),
              shown_when(
                  field("api_key_sid", "text", "API key SID", false,
                        "SK…, to log in with an API key. Leave it empty to use the account's auth token."),
                  "carrier", "twilio"),
              shown_when(field("auth_token", "secret", "Auth token, or the API key's secret", true),
                         "carrier", "twilio"),
              shown_when(field("sender", "text", "Number or messaging service", true,
                               "The sender of texts: a number of the account, or a messaging service (MG…)."),
                         "carrier", "twilio"),
              shown_when(field(webhook_key_field, "secret", "Webhook key's secret", false,
                               "Only when a webhook setting in Twilio signs with a key of its own."),
                         "carrier", "twilio")})}};
}

Problems check_account(const json& values, bool is_new) {
    if (!values.is_object()) return {{"", "The account must be an object, field to text."}};
    Problems problems;
    check_owner(values, problems);
    const std::string carrier = text_of(values, "carrier");
    if (is_twilio(values)) {
        check_twilio(values, problems);
    } else if (const std::string problem = problem_of_username(text_of(values, "username"));
               !problem.empty()) {
        problems["username"] = problem;
    }
    if (carrier != "zipwhip" && carrier != "twilio")
        problems["carrier"] = "Choose the carrier: Zipwhip or Twilio.";
    const char* const secret = secret_field(values);
    if ((is_new || values.contains(secret)) && text_of(values, secret).empty()) {
        problems[secret] =
            is_twilio(values) ? "Enter the auth token, or the API key's secret." : "Enter the password.";
    }
    return problems;
}

AccountValues read_account(const json& values) {
    AccountValues read;
    Account& account = read.account;
    account.owner = text_of(values, "owner") == "user" ? AccountOwner::user : AccountOwner::branch;
    account.owner_id = id_of(text_of(values, account.owner == AccountOwner::user ? "service_rep" : "branch"));
    account.carrier = text_of(values, "carrier");
    if (is_twilio(values)) {
        account.carrier_account = text_of(values, "account_sid");
        account.username = text_of(values, "api_key_sid");
        if (account.username.empty()) account.username = account.carrier_account;
        account.line = line_of_sender(text_of(values, "sender"));
        if (const std::string key = text_of(values, webhook_key_field); !key.empty())
            read.webhook_key = Secret(key);
    } else {
        account.username = text_of(values, "username");
        account.line = to_e164(account.username, "US");
    }
    if (const auto secret = values.find(secret_field(values)); secret != values.end()) {
        read.password = Secret(secret->get_ref<const std::string&>());
    }
    return read;
}

json account_values(const Account& account) {
    const bool is_user = account.owner == AccountOwner::user;
    json values = {{"owner", is_user ? "user" : "branch"},
                   {is_user ? "service_rep" : "branch", std::to_string(account.owner_id)},
                   {"carrier", account.carrier}};
    if (account.carrier == "twilio") {
        values["account_sid"] = account.carrier_account;
        values["api_key_sid"] =
            account.username == account.carrier_account ? std::string() : account.username;
        values["sender"] = account.line;
    } else {
        values["username"] = account.username;
    }
    return values;
}

void drop_empty_secrets(json& values) {
    for (const char* const name : secret_fields) {
        if (values.is_object() && values.contains(name) && text_of(values, name).empty()) values.erase(name);
    }
}

void wipe_secrets(json& values) {
    for (const char* const name : secret_fields) {
        const auto found = values.find(name);
        if (found != values.end() && found->is_string()) wipe(found->get_ref<std::string&>());
    }
}

std::string label_of(const Account& account) {
    return (account.carrier == "twilio" ? "Twilio " : "Zipwhip ") + national_format(account.line);
}

std::string audit_subject(const Account& account) {
    const char* const owner = account.owner == AccountOwner::user ? " of user " : " of branch ";
    return label_of(account) + owner + std::to_string(account.owner_id);
}

}  // namespace send_text
