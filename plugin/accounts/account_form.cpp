#include "accounts/account_form.hpp"

#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/phone_format.hpp"
#include "gateway/carrier.hpp"

namespace send_text {
namespace {

using nlohmann::json;

std::string text_of(const json& values, const std::string& field) {
    const auto found = values.find(field);
    return found != values.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t id_of(const std::string& text) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? id : 0;
}

/// The carrier whose account it is; null when nobody chose one that there is.
const Carrier* carrier_of(const json& values) {
    return find_carrier(text_of(values, "carrier"));
}

/// What stands in a carrier's own fields, but for its secrets.
FieldTexts carrier_texts(const json& values, const Carrier& carrier) {
    FieldTexts texts;
    for (const AccountField& field : carrier.form.fields) {
        if (!field.is_secret) texts[field.id] = text_of(values, field.id);
    }
    return texts;
}

template <class Use>
void for_each_secret(json& values, Use use) {
    if (!values.is_object()) return;
    for (const Carrier* carrier : carriers()) {
        for (const AccountField& field : carrier->form.fields) {
            const auto found = values.find(field.id);
            if (field.is_secret && found != values.end()) use(found);
        }
    }
}

json field(const char* id, const char* type, const char* label, bool is_required, const char* help = "") {
    return {{"id", id}, {"type", type}, {"label", label}, {"required", is_required}, {"help", help}};
}

json choice(const char* id, const char* label, const json& choices) {
    json made = field(id, "choice", label, true);
    made["choices"] = choices;
    return made;
}

json shown_when(json made, const char* other, const std::string& value) {
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

}  // namespace

json account_form() {
    const json owners = {{{"value", "branch"}, {"label", "Per branch"}},
                         {{"value", "user"}, {"label", "Per user"}}};
    json known = json::array();
    for (const Carrier* carrier : carriers())
        known.push_back({{"value", carrier->id}, {"label", carrier->label}});
    json fields = {choice("owner", "Account type", owners),
                   shown_when(field("branch", "branch", "Branch", true), "owner", "branch"),
                   shown_when(field("service_rep", "service_rep", "ServiceRep", true), "owner", "user"),
                   choice("carrier", "Carrier", known)};
    for (const Carrier* carrier : carriers()) {
        for (const AccountField& own : carrier->form.fields) {
            json made =
                field(own.id, own.is_secret ? "secret" : "text", own.label, own.is_required, own.help);
            fields.push_back(shown_when(std::move(made), "carrier", carrier->id));
        }
    }
    return {{"service", "send_text"},
            {"label", "Send Text"},
            {"help", "An account at a texting carrier, for all of a branch or for one ServiceRep."},
            {"fields", std::move(fields)}};
}

Problems check_account(const json& values, bool is_new) {
    if (!values.is_object()) return {{"", "The account must be an object, field to text."}};
    Problems problems;
    check_owner(values, problems);
    const Carrier* const carrier = carrier_of(values);
    if (carrier == nullptr) {
        problems["carrier"] = "Choose the carrier: " + listed_carriers(&Carrier::label, "or") + ".";
        return problems;
    }
    carrier->form.check(carrier_texts(values, *carrier), problems);
    const char* const secret = carrier->form.password;
    if ((is_new || values.contains(secret)) && text_of(values, secret).empty())
        problems[secret] = carrier->form.password_missing;
    return problems;
}

AccountValues read_account(const json& values) {
    AccountValues read;
    Account& account = read.account;
    account.owner = text_of(values, "owner") == "user" ? AccountOwner::user : AccountOwner::branch;
    account.owner_id = id_of(text_of(values, account.owner == AccountOwner::user ? "service_rep" : "branch"));
    account.carrier = text_of(values, "carrier");
    const Carrier* const carrier = carrier_of(values);
    if (carrier == nullptr) return read;
    carrier->form.read(carrier_texts(values, *carrier), account);
    if (const char* const field = carrier->form.webhook_key; field != nullptr) {
        if (const std::string key = text_of(values, field); !key.empty()) read.webhook_key = Secret(key);
    }
    const auto secret = values.find(carrier->form.password);
    if (secret != values.end() && secret->is_string())
        read.password = Secret(secret->get_ref<const std::string&>());
    return read;
}

json account_values(const Account& account) {
    const bool is_user = account.owner == AccountOwner::user;
    json values = {{"owner", is_user ? "user" : "branch"},
                   {is_user ? "service_rep" : "branch", std::to_string(account.owner_id)},
                   {"carrier", account.carrier}};
    if (const Carrier* const carrier = find_carrier(account.carrier); carrier != nullptr) {
        for (const auto& [id, text] : carrier->form.texts_of(account))
            values[id] = text;
    }
    return values;
}

void drop_empty_secrets(json& values) {
    for_each_secret(values, [&values](const json::iterator& secret) {
        if (!secret->is_string() || secret->get_ref<const std::string&>().empty()) values.erase(secret);
    });
}

void wipe_secrets(json& values) {
    for_each_secret(values, [](const json::iterator& secret) {
        if (secret->is_string()) wipe(secret->get_ref<std::string&>());
    });
}

std::string label_of(const Account& account) {
    return carrier_label(account.carrier) + " " + national_format(account.line.str());
}

std::string audit_subject(const Account& account) {
    const char* const owner = account.owner == AccountOwner::user ? " of user " : " of branch ";
    return label_of(account) + owner + std::to_string(account.owner_id);
}

}  // namespace send_text
