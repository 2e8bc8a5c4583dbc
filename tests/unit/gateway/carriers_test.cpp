// What every carrier's description must hold to.
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "gateway/carrier.hpp"

using namespace send_text;

TEST_CASE("carriers and their fields can be told from each other") {
    REQUIRE_FALSE(carriers().empty());
    std::set<std::string> ids, labels, settings, fields;
    for (const Carrier* carrier : carriers()) {
        INFO(carrier->id);
        CHECK(find_carrier(carrier->id) == carrier);
        CHECK(ids.insert(carrier->id).second);
        CHECK(labels.insert(carrier->label).second);
        CHECK(settings.insert(carrier->address_setting).second);
        for (const AccountField& field : carrier->form.fields)
            CHECK(fields.insert(field.id).second);
    }
    for (const char* const common : {"owner", "branch", "service_rep", "carrier"})
        CHECK_FALSE(fields.contains(common));
    CHECK(find_carrier("pigeon") == nullptr);
    CHECK(carrier_label("pigeon") == "pigeon");
}

TEST_CASE("a carrier's description is whole") {
    for (const Carrier* carrier : carriers()) {
        INFO(carrier->id);
        std::set<std::string> secrets;
        for (const AccountField& field : carrier->form.fields) {
            if (field.is_secret) secrets.insert(field.id);
        }
        CHECK(secrets.contains(carrier->form.password));
        CHECK((carrier->form.webhook_key == nullptr || secrets.contains(carrier->form.webhook_key)));
        CHECK(std::string(carrier->default_address).starts_with("https://"));
        CHECK(carrier->webhooks.event_ids != nullptr);
        CHECK((carrier->webhooks.line_of == nullptr) == (carrier->webhooks.is_genuine == nullptr));
        // What is not listed must be brought, and what is told by webhook alone must say what it is.
        CHECK((carrier->webhooks.messages != nullptr) == !lists_messages(carrier->can));
        CHECK(carrier->can.polls_replies == lists_messages(carrier->can));
    }
}

TEST_CASE("a form's texts are those of the account that they make") {
    const FieldTexts texts{{"username", "6515550100"}, {"account_sid", "AC0123456789abcdef0123456789abcdef"},
                           {"api_key_sid", ""},        {"sender", "+16515550150"},
                           {"number", "+16515550170"}, {"public_key", std::string(43, 'A') + "="}};
    for (const Carrier* carrier : carriers()) {
        INFO(carrier->id);
        Problems problems;
        carrier->form.check(texts, problems);
        CHECK(problems.empty());
        Account account;
        carrier->form.read(texts, account);
        CHECK(account.line.str().starts_with("+1651555"));
        CHECK_FALSE(carrier->account_name(account).empty());
        for (const auto& [field, text] : carrier->form.texts_of(account))
            CHECK(text == texts.at(field));
        carrier->form.check({}, problems);
        CHECK_FALSE(problems.empty());
    }
}
