#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "store/query.hpp"
#include "store_fixture.hpp"
#include "unit/support/seeded_random.hpp"

using namespace send_text;
using Catch::Matchers::Message;
using send_text::testing::SeededRandom;

namespace {

Account branch_account() {
    return {.id = 0,
            .owner = AccountOwner::branch,
            .owner_id = 3,
            .carrier = "zipwhip",
            .username = "office",
            .line = line,
            .created_at = at(1s)};
}

Account user_account() {
    Account account = branch_account();
    account.owner = AccountOwner::user;
    account.username = "ann";
    account.line = LineId("+16125550199");
    return account;
}

}  // namespace

TEST_CASE("Accounts are added, changed and removed") {
    Store store;
    const auto branch = store.accounts.save(branch_account());
    const auto user = store.accounts.save(user_account());
    REQUIRE(store.accounts.all().size() == 2);

    Account changed = *store.accounts.get(branch);
    CHECK(changed.owner == AccountOwner::branch);
    CHECK(changed.owner_id == 3);
    CHECK(changed.carrier == "zipwhip");
    CHECK(changed.username == "office");
    CHECK(changed.line == line);
    CHECK(changed.created_at == at(1s));
    changed.username = "new office";
    CHECK(store.accounts.save(changed) == branch);
    CHECK(store.accounts.get(branch)->username == "new office");
    CHECK(store.accounts.get(user)->username == "ann");

    CHECK(store.accounts.remove(user));
    CHECK_FALSE(store.accounts.remove(user));
    CHECK_FALSE(store.accounts.get(user));
    // Its secret may still lie under its id: no other account gets that one.
    CHECK(store.accounts.save(user_account()) > user);
}

TEST_CASE("No account has the id of one of another store, or of this one before it was put back") {
    Store store;
    Store other;
    SeededRandom chance{1};
    AccountStore here(*store.database, chance);
    AccountStore there(*other.database, chance);
    const auto first = here.save(branch_account());
    CHECK(there.save(branch_account()) != first);
    CHECK(here.remove(first));
    const auto second = here.save(branch_account());
    CHECK(second > first);
    CHECK(second < std::int64_t{1} << 53U);
}

TEST_CASE("An account too many is refused in words") {
    Store store;
    store.accounts.save(branch_account());
    Account second = branch_account();
    second.line = LineId("+16125550199");
    CHECK_THROWS_MATCHES(
        store.accounts.save(second), std::invalid_argument,
        Message("The branch already has a zipwhip account. Edit that one or remove it first."));

    const auto id = store.accounts.save(user_account());
    second = user_account();
    second.line = LineId("+16125550155");
    CHECK_THROWS_MATCHES(
        store.accounts.save(second), std::invalid_argument,
        Message("The user already has a zipwhip account. Edit that one or remove it first."));

    Account taken = *store.accounts.get(id);
    taken.line = line;
    CHECK_THROWS_MATCHES(store.accounts.save(taken), std::invalid_argument,
                         Message("The account office already texts from this number. Edit that one or remove "
                                 "it first."));
    CHECK(store.accounts.get(id)->line.str() == "+16125550199");
    CHECK(store.accounts.all().size() == 2);
}

TEST_CASE("A line that is added again is ours since its first text") {
    Store store;
    store.send(jo, {employee(1)}, at(500ms));
    store.send(jo, {employee(1)}, at(600ms));
    CHECK(store.accounts.get(store.accounts.save(branch_account()))->created_at == at(500ms));
    CHECK(store.accounts.get(store.accounts.save(user_account()))->created_at == at(1s));
}

TEST_CASE("Changing an account that is gone is refused") {
    Store store;
    const auto id = store.accounts.save(branch_account());
    const Account account = *store.accounts.get(id);
    store.accounts.remove(id);
    CHECK_THROWS_AS(store.accounts.save(account), std::invalid_argument);
    CHECK(store.accounts.all().empty());
}

TEST_CASE("Settings are kept as they were saved last, with who changed them") {
    Store store;
    CHECK(store.settings.load().empty());
    store.settings.save({{"action_code", "\"Text\""}, {"poll_interval_seconds", "15"}}, {}, 7, at(1s));
    store.settings.save({{"action_code", "\"Text\""}, {"poll_interval_seconds", "30"}, {"x", "null"}}, {}, 8,
                        at(2s));
    store.settings.save({{"action_code", "\"Text\""}, {"poll_interval_seconds", "30"}}, {}, 9, at(3s));
    CHECK(store.settings.load() ==
          std::map<std::string, std::string>{{"action_code", "\"Text\""}, {"poll_interval_seconds", "30"}});

    const auto changes = in_transaction(*store.database, [](Poco::Data::Session& session) {
        return select(session, "SELECT changed_by, changed_ms FROM setting ORDER BY name", {}, [](Row& row) {
            const auto by = row.integer();
            return std::pair(by, row.integer());
        });
    });
    CHECK(changes == std::vector<std::pair<std::int64_t, std::int64_t>>{{7, 1000}, {8, 2000}});
}

TEST_CASE("A line that has texted keeps what it began with, others begin anew with each account") {
    Store store;
    store.accounts.begin_line(line, LineStart{{"m1", "m2"}, at(500ms)});
    const auto id = store.accounts.save(branch_account());
    CHECK(store.accounts.get(id)->listed_since == at(500ms));
    CHECK(store.accounts.all().at(0).listed_since == at(500ms));
    CHECK(store.conversations.has_message(line, "m2"));

    store.accounts.begin_line(line, LineStart{{"m3"}, at(900ms)});
    CHECK(store.accounts.get(id)->listed_since == at(900ms));
    CHECK(store.conversations.has_message(line, "m3"));
    CHECK_FALSE(store.conversations.has_message(line, "m2"));
    CHECK_FALSE(store.conversations.has_message(LineId("+16125550199"), "m3"));

    store.send(jo, {employee(1)}, at(1s));
    store.accounts.begin_line(line, LineStart{{"m4"}, at(2s)});
    CHECK(store.accounts.get(id)->listed_since == at(900ms));
    CHECK_FALSE(store.conversations.has_message(line, "m4"));
}

TEST_CASE("A line whose list could not be read has no start, nor has that of an earlier version") {
    Store store;
    store.accounts.begin_line(line, LineStart{{"m1"}, at(500ms)});
    store.accounts.begin_line(line, std::nullopt);
    const auto id = store.accounts.save(branch_account());
    CHECK_FALSE(store.accounts.get(id)->listed_since.has_value());
    CHECK_FALSE(store.conversations.has_message(line, "m1"));
}
