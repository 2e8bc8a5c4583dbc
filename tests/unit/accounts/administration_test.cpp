#include <algorithm>

#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "accounts/account_form.hpp"
#include "unit/accounts/account_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using nlohmann::json;

namespace {

const LineId line("+16515550100");

/// An office whose carriers are to call it.
struct WebhookFixture : AccountFixture {
    WebhookFixture() { set_address("https://texts.example.com/"); }

    void set_address(const std::string& address) {
        Settings changed;
        changed.webhook_address = address;
        settings.set(changed);
    }
    std::int64_t add() { return accounts.save(0, branch_form(3, "6515550100"), admin); }
    std::vector<std::string> urls() const {
        std::vector<std::string> all;
        for (const auto& [of_line, url] : gateways.webhooks)
            all.push_back(url);
        return all;
    }
};

std::vector<std::string> action_ids(const Account& account) {
    std::vector<std::string> ids;
    for (const AccountAction& action : AccountService::actions_of(account))
        ids.push_back(action.id);
    return ids;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("saving an account has the carrier call with a key of which only the hash is kept") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    CHECK(office.urls() == Words{"https://texts.example.com/zipwhip/key-1"});
    CHECK(office.accounts.account_of_key("key-1")->id == id);
    CHECK_FALSE(office.accounts.account_of_key("key-2"));
    CHECK_FALSE(office.accounts.account_of_key(""));
    CHECK(office.store.get(id)->key_hash.find("key-1") == std::string::npos);

    office.accounts.save(id, AccountFixture::branch_form(4, "6515550100"), office.admin);
    CHECK(office.urls() ==
          Words{"https://texts.example.com/zipwhip/key-1"});  // nothing about the line changed
}

TEST_CASE("without an address for webhooks there is no key") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    CHECK(office.gateways.webhooks.empty());
    CHECK(office.store.get(id)->key_hash.empty());
    CHECK(action_ids(*office.store.get(id)) == Words{"disable"});
}

TEST_CASE("an account whose webhook cannot be registered is taken back whole") {
    WebhookFixture office;
    office.gateways.refuses_webhooks = true;
    CHECK_THROWS_WITH(office.add(), "The carrier takes no webhook.");
    CHECK(office.store.all().empty());
    CHECK(office.secrets.secrets.empty());
    CHECK(office.gateways.webhooks.empty());
    CHECK(office.changes == 0);
}

TEST_CASE("a carrier that is down at save leaves nothing behind, and the account can be added later") {
    WebhookFixture office;
    office.gateways.is_down = true;
    CHECK_THROWS_AS(office.add(), GatewayError);
    CHECK(office.store.all().empty());
    CHECK(office.secrets.secrets.empty());
    office.gateways.is_down = false;
    CHECK(office.add() > 0);
}

TEST_CASE("a new key makes the old one worthless") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    CHECK(action_ids(*office.store.get(id)) == Words{"disable", "rotate_key"});
    office.accounts.perform(id, "rotate_key", office.admin);
    CHECK(office.urls() == Words{"https://texts.example.com/zipwhip/key-2"});
    CHECK_FALSE(office.accounts.account_of_key("key-1"));
    CHECK(office.accounts.account_of_key("key-2")->id == id);

    SECTION("a rotation that fails leaves the old one in force") {
        office.gateways.refuses_webhooks = true;
        CHECK_THROWS_AS(office.accounts.perform(id, "rotate_key", office.admin), GatewayError);
        CHECK(office.accounts.account_of_key("key-2")->id == id);
        CHECK(office.urls() == Words{"https://texts.example.com/zipwhip/key-2"});
    }
}

TEST_CASE("removing an account takes its webhook and its password along") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    SECTION("from a carrier that can be reached") {
        CHECK(office.accounts.remove(id, office.admin).empty());
        CHECK(office.gateways.webhooks.empty());
    }
    SECTION("from one that cannot: people are told, and its calls are refused") {
        office.gateways.is_down = true;
        CHECK_THAT(office.accounts.remove(id, office.admin),
                   ContainsSubstring("Remove them in its application"));
    }
    CHECK_FALSE(office.accounts.account_of_key("key-1"));
    CHECK(office.secrets.secrets.empty());
    CHECK(office.store.all().empty());
}

TEST_CASE("an account that is removed is gone, whatever cannot be cleared away with it at once") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(1, "6515550100"), office.admin);
    office.secrets.fails = true;
    CHECK_THAT(office.accounts.remove(id, office.admin), ContainsSubstring("The safe is locked."));
    CHECK(office.accounts.all().empty());
    CHECK(office.changes == 2);

    office.secrets.fails = false;
    office.accounts.forget_incomplete();  // at the next start
    CHECK(office.secrets.secrets.empty());
    CHECK(office.store.all().empty());
}

TEST_CASE("what is done is answered as done, though the audit trail cannot be written") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(1, "6515550100"), office.admin);
    office.database.transaction([](Poco::Data::Session& session) {
        session << "CREATE TRIGGER full_disk BEFORE INSERT ON audit_entry "
                   "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
            Poco::Data::Keywords::now;
    });
    CHECK(office.accounts.save(0, AccountFixture::user_form(7, "6515550107"), office.admin) != id);
    CHECK_NOTHROW(office.accounts.perform(id, "disable", office.admin));
    CHECK(office.accounts.remove(id, office.admin).empty());
    CHECK(office.accounts.all().size() == 1);
    CHECK(office.account_log.count(LogSeverity::error) == 3);
    CHECK(office.account_log.mentions("The audit trail lacks"));
}

TEST_CASE("a new key that is with the carrier is in force, and nothing more is to be written for it") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    office.database.transaction([](Poco::Data::Session& session) {
        session << "CREATE TRIGGER full_disk BEFORE UPDATE ON account WHEN new.key_hash = old.key_hash "
                   "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
            Poco::Data::Keywords::now;
    });
    CHECK_NOTHROW(office.accounts.perform(id, "rotate_key", office.admin));
    CHECK(office.urls() == Words{"https://texts.example.com/zipwhip/key-2"});
    CHECK(office.accounts.account_of_key("key-2")->id == id);
}

TEST_CASE("another line in an account: the old line's webhook goes") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    office.accounts.save(id, AccountFixture::branch_form(3, "6515550199"), office.admin);
    REQUIRE(office.gateways.webhooks.size() == 1);
    CHECK(office.gateways.webhooks.begin()->first.str() == "+16515550199");
    CHECK_FALSE(office.accounts.account_of_key("key-1"));
}

TEST_CASE("another address for webhooks: all accounts are registered anew") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    SECTION("at the new address") {
        office.set_address("https://elsewhere.example.com");
        office.accounts.register_webhooks_again();
        CHECK(office.urls() == Words{"https://elsewhere.example.com/zipwhip/key-2"});
        CHECK(office.accounts.problem_of(*office.store.get(id)) == std::nullopt);
    }
    SECTION("at none") {
        office.set_address("");
        office.accounts.register_webhooks_again();
        CHECK(office.urls().empty());
        CHECK(office.store.get(id)->key_hash.empty());
    }
    SECTION("at a carrier that is down: the account has a problem until it is saved again") {
        office.set_address("https://elsewhere.example.com");
        office.gateways.is_down = true;
        office.accounts.register_webhooks_again();
        CHECK_THAT(office.accounts.problem_of(*office.store.get(id)).value(),
                   ContainsSubstring("polled only"));
        CHECK(office.accounts.account_of_key("key-1")->id == id);  // the old address is called still
        office.gateways.is_down = false;
        office.accounts.save(id, AccountFixture::branch_form(3, "6515550100"), office.admin);
        CHECK(office.urls() == Words{"https://elsewhere.example.com/zipwhip/key-3"});
        CHECK(office.accounts.problem_of(*office.store.get(id)) == std::nullopt);
    }
}

TEST_CASE("a disabled account texts nobody until it is enabled again") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    office.accounts.perform(id, "disable", office.admin);
    CHECK(office.lines_for(9, 3).empty());
    CHECK_FALSE(office.accounts.account_of_key("key-1"));
    CHECK(action_ids(*office.store.get(id)) == Words{"enable"});
    CHECK_THROWS_AS(office.accounts.perform(id, "disable", office.admin), std::invalid_argument);

    SECTION("which asks the carrier") {
        office.gateways.is_down = true;
        CHECK_THROWS_AS(office.accounts.perform(id, "enable", office.admin), GatewayError);
        CHECK(office.lines_for(9, 3).empty());
        office.gateways.is_down = false;
    }
    office.accounts.perform(id, "enable", office.admin);
    CHECK(office.lines_for(9, 3) == std::vector{line});
    CHECK(office.accounts.account_of_key("key-1")->id == id);
}

TEST_CASE("an account whose adding was cut off is taken back at the next start") {
    WebhookFixture office;
    Account cut_off = read_account(AccountFixture::branch_form(3, "6515550100")).account;
    cut_off.state = AccountState::incomplete;
    cut_off.webhook_prefix = "https://texts.example.com/zipwhip/";
    cut_off.id = office.store.save(cut_off);
    office.secrets.secrets[password_name(cut_off.id)] = "right";
    office.gateways.webhooks.emplace(line, "https://texts.example.com/zipwhip/lost");

    office.accounts.load();
    CHECK(office.accounts.all().empty());
    office.accounts.forget_incomplete();
    CHECK(office.store.all().empty());
    CHECK(office.secrets.secrets.empty());
    CHECK(office.gateways.webhooks.empty());
    CHECK(office.account_log.mentions("add it again"));
    CHECK_FALSE(office.account_log.mentions("6515550100"));
}

TEST_CASE("Twilio's account: what it is logged in with, and as whom it texts") {
    AccountFixture office;
    const std::string account_sid = "AC00000000000000000000000000000001";
    const std::string key_sid = "SK0000000000000000000000000000000a";
    const std::string service = "MG00000000000000000000000000000002";
    json form = AccountFixture::twilio_form(3, "(651) 555-0100");
    SECTION("a number and the auth token") {
        const std::int64_t id = office.accounts.save(0, form, office.admin);
        const Credentials credentials = office.accounts.credentials_of(*office.store.get(id));
        CHECK(credentials.username == account_sid);
        CHECK(credentials.carrier_account == account_sid);
        CHECK(credentials.line == line);
    }
    SECTION("a messaging service and an API key") {
        form["sender"] = service;
        form["api_key_sid"] = key_sid;
        const std::int64_t id = office.accounts.save(0, form, office.admin);
        const Credentials credentials = office.accounts.credentials_of(*office.store.get(id));
        CHECK(credentials.username == key_sid);
        CHECK(credentials.carrier_account == account_sid);
        CHECK(credentials.line.str() == service);
        form.erase("auth_token");
        CHECK(account_values(*office.store.get(id)) == form);
        CHECK(label_of(*office.store.get(id)) == "Twilio " + service);
    }
    SECTION("what is wrong with it") {
        form["account_sid"] = "AC12";
        form["api_key_sid"] = "key";
        form["sender"] = "the office";
        form["auth_token"] = "";
        const Problems problems = check_account(form, true);
        CHECK(problems.size() == 4);
        for (const char* const field : {"account_sid", "api_key_sid", "sender", "auth_token"})
            CHECK(problems.contains(field));
    }
}

TEST_CASE("a secret that is left empty in a change stays as it is") {
    AccountFixture office;
    const std::int64_t id =
        office.accounts.save(0, AccountFixture::branch_form(3, "6515550100"), office.admin);
    json form = AccountFixture::branch_form(4, "6515550100");
    form["password"] = "";
    office.accounts.save(id, form, office.admin);
    CHECK(office.accounts.credentials_of(*office.store.get(id)).password.reveal() == "right");
    CHECK_THROWS_WITH(office.accounts.save(0, form, office.admin), "Enter the password.");
}

TEST_CASE("the audit trail tells who changed which account, and who tried") {
    WebhookFixture office;
    const std::int64_t id = office.add();
    json form = AccountFixture::branch_form(4, "6515550100");
    form["password"] = "wrong";
    CHECK_THROWS_AS(office.accounts.save(id, form, office.admin), GatewayError);
    form["password"] = "better-password";
    office.accounts.save(id, form, office.admin);
    office.accounts.perform(id, "rotate_key", office.admin);
    office.accounts.remove(id, office.admin);

    Words outcomes;
    for (const AuditEntry& entry : office.audit.after(0, 100)) {
        CHECK(entry.who.name == "Ada Admin");
        CHECK(entry.detail.find("better-password") == std::string::npos);
        outcomes.push_back(entry.action + " " + entry.outcome);
    }
    CHECK(outcomes == Words{"account.add done", "account.change refused", "account.change done",
                            "account.rotate_key done", "account.remove done"});
    CHECK(office.audit.after(0, 100)[2].subject == "Zipwhip (651) 555-0100 of branch 4");
    CHECK(office.audit.after(0, 100)[2].detail == "branch: 3 -> 4; password replaced");
}
