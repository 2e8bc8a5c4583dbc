// A carrier that lists nothing: what it tells is kept before it is told so, and filed in the one way.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <string>
#include <vector>

#include "accounts/account_gateways.hpp"
#include "app/webhook_door.hpp"
#include "unit/accounts/account_fixture.hpp"
#include "unit/support/telnyx_calls.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

struct TelnyxOffice : AccountFixture {
    json form() const {
        return {{"owner", "branch"},          {"branch", "3"},      {"carrier", "telnyx"},
                {"number", "(651) 555-0170"}, {"api_key", "right"}, {"public_key", key.public_key()}};
    }
    bool deliver(const json& event) { return door.accept(telnyx_call(event, key, clock.now())); }
    std::vector<CarrierMessage> listed() {
        return lines.gateway_of(LineId(telnyx_line))->list_messages(0, 100).messages;
    }

    const Ed25519Key key;
    WebhookMessageStore webhook_message_store{database};
    WebhookMessages webhook_messages{webhook_message_store, gateways, clock};
    AccountGateways lines{accounts, gateways, settings, &webhook_messages};
    bool is_store_broken = false;
    std::vector<LineId> polled;
    WebhookDoor door{
        accounts,
        settings,
        account_log,
        {.poll_line = [this](const LineId& line) { polled.push_back(line); },
         .keep_messages =
             [this](const LineId& line, const std::vector<CarrierMessage>& messages) {
                 if (is_store_broken) throw StoreError("The disk is full.");
                 webhook_messages.add(line, messages);
             },
         .carrier_now = [this](const LineId& line) { return webhook_messages.carrier_now(line); }}};
};

}  // namespace

TEST_CASE("a reply that Telnyx tells of stands where other carriers list theirs") {
    TelnyxOffice office;
    office.accounts.save(0, office.form(), office.admin);
    CHECK(office.deliver(telnyx_event("message.received", "m1", "Yes")));
    CHECK(office.deliver(telnyx_event("message.received", "m1", "Yes")));
    CHECK(office.polled == std::vector<LineId>{LineId(telnyx_line)});
    const auto listed = office.listed();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].id == "m1");
    CHECK(listed[0].number.str() == telnyx_person);
    CHECK(listed[0].body == "Yes");
    CHECK_FALSE(office.lines.lines().at(0).is_from_before(listed[0]));
    CHECK_FALSE(office.lines.account_of(LineId(telnyx_line)).has_list);
    CHECK(office.lines.account_of(LineId(telnyx_line)).id == CarrierAccount{"telnyx", telnyx_line});
}

TEST_CASE("what could not be kept is taken when Telnyx tells it again") {
    TelnyxOffice office;
    office.accounts.save(0, office.form(), office.admin);
    office.is_store_broken = true;
    CHECK_THROWS_AS(office.deliver(telnyx_event("message.received", "m1", "Yes")), StoreError);
    CHECK(office.listed().empty());
    office.is_store_broken = false;
    CHECK(office.deliver(telnyx_event("message.received", "m1", "Yes")));
    CHECK(office.listed().size() == 1);
    CHECK(office.polled.size() == 1);
}

TEST_CASE("receipts come in any order") {
    TelnyxOffice office;
    office.accounts.save(0, office.form(), office.admin);
    CHECK(office.deliver(telnyx_event("message.finalized", "m1", "Hello", "delivered")));
    CHECK(office.deliver(telnyx_event("message.sent", "m1", "Hello", "sent")));
    const auto listed = office.listed();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].direction == Direction::outbound);
    CHECK(listed[0].state == CarrierState::delivered);
}

TEST_CASE("nobody but Telnyx can tell, and only of a line that has its key") {
    TelnyxOffice office;
    const std::int64_t id = office.accounts.save(0, office.form(), office.admin);
    const json event = telnyx_event("message.received", "m1", "Yes");
    CHECK_FALSE(office.door.accept(telnyx_call(event)));
    CHECK_FALSE(office.door.accept(telnyx_call(event, Ed25519Key(), office.clock.now())));
    CHECK_FALSE(office.door.accept(telnyx_call(event, office.key, office.clock.now() - 6min)));
    CHECK(office.listed().empty());

    json form = office.form();
    form["public_key"] = "";
    office.accounts.save(id, form, office.admin);
    CHECK_FALSE(office.deliver(event));
    CHECK(office.polled.empty());
}

TEST_CASE("what is told while the account is disabled is kept until it is enabled") {
    TelnyxOffice office;
    const std::int64_t id = office.accounts.save(0, office.form(), office.admin);
    office.accounts.perform(id, "disable", office.admin);
    CHECK(office.deliver(telnyx_event("message.received", "m1", "Yes")));
    office.accounts.perform(id, "enable", office.admin);
    CHECK(office.listed().size() == 1);
}

TEST_CASE("the Telnyx account form says what is wrong, and that replies take a listener") {
    TelnyxOffice office;
    json form = office.form();
    form["number"] = "Eagan";
    form["public_key"] = "hush";
    form["api_key"] = "";
    const Problems problems = check_account(form, true);
    CHECK(problems.size() == 3);
    CHECK_THAT(problems.at("number"), ContainsSubstring("number that sends"));
    CHECK_THAT(problems.at("public_key"), ContainsSubstring("Telnyx's portal"));
    CHECK_THAT(problems.at("api_key"), ContainsSubstring("API key"));
    CHECK_THAT(account_form().dump(), ContainsSubstring("no reply arrives"));

    const std::int64_t id = office.accounts.save(0, office.form(), office.admin);
    const auto standing = [&] {
        return office.accounts.describe_standing(office.accounts.all().at(0), "UTC");
    };
    CHECK(standing() == "Texting, hears no replies");
    Settings changed = *office.settings.get();
    changed.webhook_listener = "127.0.0.1:8080";
    office.settings.set(changed);
    CHECK(standing() == "Texting");
    CHECK(account_values(office.accounts.all().at(0)).at("number") == telnyx_line);
    CHECK(label_of(office.accounts.all().at(0)) == "Telnyx (651) 555-0170");
    office.accounts.remove(id, office.admin);
    CHECK(office.secrets.secrets.empty());
}
