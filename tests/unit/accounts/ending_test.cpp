// What administrators do while Send Text is shutting down: it is done whole, or not at all.

#include <catch2/catch_test_macros.hpp>

#include "accounts/account_form.hpp"
#include "unit/accounts/account_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const LineId line("+16515550100");
const std::string prefix = "https://texts.example.com/zipwhip/";

/// An office whose carriers are to call it, with one account.
struct EndingFixture : AccountFixture {
    EndingFixture() {
        Settings changed;
        changed.webhook_address = "https://texts.example.com/";
        settings.set(changed);
        id = accounts.save(0, branch_form(3, "6515550100"), admin);
    }

    void end() { gateways.is_cancelled = true; }

    std::int64_t id = 0;
};

}  // namespace

TEST_CASE("an account that is being added, changed or removed stays as it was") {
    EndingFixture office;
    const auto all_before = office.store.all();
    const auto webhooks_before = office.gateways.webhooks;
    SECTION("before the carrier has logged it in") {
        office.end();
    }
    SECTION("in the middle") {
        office.gateways.lists_cancelled = true;
    }
    CHECK_THROWS_AS(office.accounts.save(0, AccountFixture::branch_form(4, "6515550101"), office.admin),
                    Cancelled);
    CHECK(office.store.all().size() == 1);
    CHECK(office.secrets.secrets.size() == 1);
    office.end();
    CHECK_THROWS_AS(
        office.accounts.test(office.id, AccountFixture::branch_form(3, "6515550100"), office.admin),
        Cancelled);
    CHECK_THROWS_AS(office.accounts.perform(office.id, "rotate_key", office.admin), Cancelled);
    CHECK(office.store.all().size() == 1);
    CHECK(office.store.get(office.id)->key_hash == all_before.at(0).key_hash);
    CHECK(office.gateways.webhooks == webhooks_before);
    CHECK(office.account_log.lines.empty());
    CHECK(office.accounts.problem_of(*office.store.get(office.id)) == std::nullopt);
}

TEST_CASE("an account that is removed is gone, and what is left of it is cleared away by a later start") {
    EndingFixture office;
    office.end();
    CHECK(office.accounts.remove(office.id, office.admin).find("at the next start") != std::string::npos);
    CHECK(office.audit.after(0, 100).back().outcome == "done");
    CHECK_FALSE(office.accounts.account_of_line(line));
    CHECK(office.account_log.lines.empty());

    office.gateways.is_cancelled = false;
    office.accounts.forget_incomplete();
    CHECK(office.store.all().empty());
    CHECK(office.secrets.secrets.empty());
    CHECK(office.gateways.webhooks.empty());
}

TEST_CASE("a line that another takes the place of has done so, and what is left over is told") {
    EndingFixture office;
    office.gateways.end_at_removal = true;
    const auto id =
        office.accounts.save(office.id, AccountFixture::branch_form(3, "6515550101"), office.admin);
    CHECK(id == office.id);
    CHECK(office.store.get(id)->line.str() == "+16515550101");
    const AuditEntry last_entry = office.audit.after(0, 100).back();
    CHECK(last_entry.outcome == "done");
    CHECK(last_entry.detail.find("could not be removed at the carrier") != std::string::npos);
}

TEST_CASE("webhooks of all accounts that are registered anew: nobody is told of a failure") {
    EndingFixture office;
    const auto before = office.store.get(office.id);
    Settings changed;
    changed.webhook_address = "https://elsewhere.example.com/";
    office.settings.set(changed);
    office.end();
    office.accounts.register_webhooks_again();
    CHECK(office.account_log.lines.empty());
    CHECK(office.accounts.problem_of(*office.store.get(office.id)) == std::nullopt);
    CHECK(office.store.get(office.id)->webhook_prefix == before->webhook_prefix);

    office.gateways.is_cancelled = false;
    office.accounts.register_webhooks_again();
    CHECK(office.store.get(office.id)->webhook_prefix == "https://elsewhere.example.com/zipwhip/");
}

TEST_CASE("an account whose adding was cut off is taken back by a later start when this one ends meanwhile") {
    EndingFixture office;
    Account cut_off = read_account(AccountFixture::branch_form(4, "6515550101")).account;
    cut_off.state = AccountState::incomplete;
    cut_off.webhook_prefix = prefix;
    cut_off.id = office.store.save(cut_off);
    office.secrets.secrets[password_name(cut_off.id)] = "right";
    office.end();
    CHECK_THROWS_AS(office.accounts.forget_incomplete(), Cancelled);
    CHECK(office.store.all().size() == 2);
    CHECK(office.account_log.lines.empty());

    office.gateways.is_cancelled = false;
    office.accounts.forget_incomplete();
    CHECK(office.store.all().size() == 1);
    CHECK(office.account_log.mentions("add it again"));
}
