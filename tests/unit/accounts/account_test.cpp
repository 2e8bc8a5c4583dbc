#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "accounts/account_form.hpp"
#include "accounts/account_gateways.hpp"
#include "core/time.hpp"
#include "store/conversation_store.hpp"
#include "unit/accounts/account_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

TEST_CASE("a saved account texts for its owner, the user's own before the branch's") {
    AccountFixture office;
    office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    CHECK(office.lines_for(9, 3) == std::vector<LineId>{LineId("+16515550100")});
    CHECK(office.lines_for(9, 4).empty());

    office.accounts.save(0, AccountFixture::user_form(9, "6515550101"), office.admin);
    CHECK(office.lines_for(9, 3) == std::vector<LineId>{LineId("+16515550101"), LineId("+16515550100")});
    CHECK(office.lines_for(8, 3) == std::vector<LineId>{LineId("+16515550100")});
    CHECK(office.changes == 2);
}

TEST_CASE("the password is in the host's secret store only") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    CHECK(office.secrets.secrets.size() == 1);
    CHECK(office.accounts.credentials_of(*office.store.get(id)).password.reveal() == "right");
    CHECK_FALSE(account_values(*office.store.get(id)).contains("password"));

    office.accounts.remove(id, office.admin);
    CHECK(office.secrets.secrets.empty());
    CHECK(office.accounts.all().empty());
}

TEST_CASE("an account that the carrier or the host refuses is not saved") {
    AccountFixture office;
    json form = AccountFixture::branch_form(3, "6515550100");
    SECTION("a wrong password") {
        form["password"] = "wrong";
        CHECK_THROWS_AS(office.accounts.save(0, form, office.admin), GatewayError);
        CHECK_THROWS_AS(office.accounts.test(0, form, office.admin), GatewayError);
    }
    SECTION("no place for the password") {
        office.secrets.fails = true;
        CHECK_THROWS_WITH(office.accounts.save(0, form, office.admin), "The safe is locked.");
    }
    CHECK(office.store.all().empty());
    CHECK(office.accounts.all().empty());
    CHECK(office.changes == 0);
}

TEST_CASE("a change without a password keeps the one that is saved") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    json form = AccountFixture::branch_form(4, "6515550100");
    form.erase("password");
    office.clock.advance(1h);
    CHECK(office.accounts.save(id, form, office.admin) == id);
    CHECK(office.accounts.credentials_of(*office.store.get(id)).password.reveal() == "right");
    CHECK(office.store.get(id)->owner_id == 4);
    CHECK(office.store.get(id)->created_at == start_time);  // the line is the same: its messages are ours
}

TEST_CASE("a change that fails leaves the account as it was") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    office.secrets.fails = true;
    CHECK_THROWS(office.accounts.save(id, AccountFixture::branch_form(4, "6515550199"), office.admin));
    CHECK(office.store.get(id)->owner_id == 3);
    CHECK(office.store.get(id)->username == "6515550100");
}

TEST_CASE("the form names what is wrong with its fields") {
    const auto [field, value, words] = GENERATE(table<std::string, std::string, std::string>({
        {"username", "(651) 555-0100", "all digits"},
        {"username", "651-555-0100", "all digits"},
        {"username", "65155501oo", "all digits"},
        {"username", "", "Enter"},
        {"username", "5550100", "phone number"},
        {"password", "", "Enter the password"},
        {"owner", "planet", "per branch or per user"},
        {"branch", "", "Choose the branch"},
        {"branch", "seven", "Choose the branch"},
        {"carrier", "pigeon", "Choose the carrier"},
    }));
    json form = AccountFixture::branch_form(3, "6515550100");
    form[field] = value;
    const Problems problems = check_account(form, true);
    INFO(field << " = " << value);
    REQUIRE(problems.contains(field));
    CHECK(problems.at(field).find(words) != std::string::npos);
    AccountFixture office;
    CHECK_THROWS_AS(office.accounts.save(0, form, office.admin), std::invalid_argument);
}

TEST_CASE("the form describes what is asked for, the password as a secret") {
    const json form = account_form();
    bool has_secret = false;
    for (const json& field : form.at("fields"))
        has_secret = has_secret || (field.at("id") == "password" && field.at("type") == "secret");
    CHECK(has_secret);
    CHECK(check_account(AccountFixture::user_form(9, "16515550100"), true).empty());
    CHECK_FALSE(check_account(json::array(), true).empty());
    CHECK_FALSE(check_account({{"owner", 5}}, true).empty());
}

TEST_CASE("a gateway is kept while nothing changed, and made anew when something did") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    AccountGateways gateways(office.accounts, office.gateways, office.settings);
    REQUIRE(gateways.lines().size() == 1);
    CHECK(gateways.lines()[0].messages_since == start_time - 10min);  // clocks differ
    const std::size_t before = office.gateways.made.size();

    Gateway* first = gateways.gateway_of(LineId("+16515550100"));
    REQUIRE(first != nullptr);
    CHECK(gateways.gateway_of(LineId("+16515550100")) == first);
    CHECK(office.gateways.made.size() == before + 1);

    json form = AccountFixture::branch_form(3, "6515550100");
    form["password"] = "better";
    office.accounts.save(id, form, office.admin);
    REQUIRE(gateways.gateway_of(LineId("+16515550100")) != nullptr);
    CHECK(office.gateways.made.back().password.reveal() == "better");

    office.accounts.remove(id, office.admin);
    CHECK(gateways.gateway_of(LineId("+16515550100")) == nullptr);
}

TEST_CASE("a line whose password is gone is a line that cannot log in") {
    AccountFixture office;
    office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    office.secrets.secrets.clear();
    AccountGateways gateways(office.accounts, office.gateways, office.settings);
    CHECK_THROWS_AS(gateways.gateway_of(LineId("+16515550100")), GatewayError);
}

namespace {

CarrierMessage listed(const std::string& id, TimePoint listed_at) {
    CarrierMessage message;
    message.id = id;
    message.listed_at = listed_at;
    message.created_at = listed_at + 1h;  // our clock is ahead
    return message;
}

}  // namespace

TEST_CASE("what the carrier lists when an account is added is not ours, whatever the clocks show") {
    AccountFixture office;
    ConversationStore conversations(office.database);
    AccountGateways gateways(office.accounts, office.gateways, office.settings);
    const bool is_whole_list = GENERATE(true, false);
    const TimePoint old = start_time - 5h;
    office.gateways.listed = {{listed("m2", old + 1min), listed("m1", old)}, is_whole_list, 0};
    office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);

    const Line line = gateways.lines().at(0);
    CHECK(conversations.has_message(line.id, "m1"));
    CHECK(conversations.has_message(line.id, "m2"));
    CHECK_FALSE(conversations.has_message(line.id, "m3"));
    CHECK_FALSE(line.is_from_before(listed("m3", old + 1s)));
    // What lies beyond the page was there as well; beyond the end of the list there was nothing.
    CHECK(line.is_from_before(listed("m0", old)) == !is_whole_list);
    CHECK(line.is_from_before(listed("m0", old - 1h)) == !is_whole_list);
}

TEST_CASE("a line without messages has no earlier ones") {
    AccountFixture office;
    AccountGateways gateways(office.accounts, office.gateways, office.settings);
    office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    CHECK_FALSE(gateways.lines().at(0).is_from_before(listed("m1", no_time)));
}

TEST_CASE("where the carrier cannot be asked what it lists, an account is added, and its time counts") {
    AccountFixture office;
    office.gateways.cannot_list = true;
    AccountGateways gateways(office.accounts, office.gateways, office.settings);
    office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    const Line line = gateways.lines().at(0);
    CHECK_FALSE(line.listed_since.has_value());
    CHECK(office.account_log.count(LogSeverity::warning) == 1);
}

TEST_CASE("another number has a start of its own, other changes none") {
    AccountFixture office;
    ConversationStore conversations(office.database);
    AccountGateways gateways(office.accounts, office.gateways, office.settings);
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    office.gateways.listed = {{listed("m1", start_time)}, false, 0};
    json form = AccountFixture::branch_form(3, "6515550100");
    form["password"] = "better";
    office.accounts.save(id, form, office.admin);
    CHECK_FALSE(conversations.has_message(LineId("+16515550100"), "m1"));
    office.accounts.save(id, AccountFixture::branch_form(3, "6515550199"), office.admin);
    CHECK(conversations.has_message(LineId("+16515550199"), "m1"));
    CHECK(gateways.lines().at(0).listed_since == start_time + 1ms);
}

TEST_CASE("that the clock is wrong stands with the account until it is right") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    const Account account = *office.store.get(id);
    office.accounts.set_problem(account.line, "The password was refused.");
    office.accounts.set_clock_warning(account.line, "The clock is wrong.");
    CHECK(office.accounts.problem_of(account) == "The password was refused. The clock is wrong.");
    office.accounts.save(id, AccountFixture::branch_form(3, "6515550100"), office.admin);
    CHECK(office.accounts.problem_of(account) == "The clock is wrong.");
    office.accounts.set_clock_warning(account.line, std::nullopt);
    CHECK(office.accounts.problem_of(account) == std::nullopt);
}

TEST_CASE("how an account stands is told in words, since when and by whom") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    const auto standing = [&] {
        return office.accounts.describe_standing(*office.store.get(id), "America/Chicago");
    };
    CHECK(standing() == "Texting");
    office.accounts.set_problem(LineId("+16515550100"), "The password was refused.", "Login refused");
    CHECK(standing() == "Login refused since 9:04 AM");
    office.clock.advance(1min);
    office.accounts.set_problem(LineId("+16515550100"), "It still is.", "Login refused");
    CHECK(standing() == "Login refused since 9:04 AM");
    office.accounts.set_problem(LineId("+16515550100"), "The carrier is busy.", "Texts wait");
    CHECK(standing() == "Texts wait since 9:05 AM");
    office.accounts.clear_problem(LineId("+16515550100"));
    office.accounts.perform(id, "disable", office.admin);
    CHECK(standing() == "Disabled by " + office.admin.name + " on Mar 2, 2026");
}
