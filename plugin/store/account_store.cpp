#include "store/account_store.hpp"

#include <algorithm>
#include <stdexcept>

#include "store/query.hpp"

namespace send_text {
namespace {

constexpr const char* select_account =
    "SELECT id, owner, owner_id, carrier, username, account.line, created_ms, state, carrier_account, "
    "key_hash, webhook_prefix, listed_since_ms FROM account "
    "LEFT JOIN line_start ON line_start.line = account.line ";

Account read_account(Row& row) {
    return {.id = row.integer(),
            .owner = row.as<AccountOwner>(),
            .owner_id = row.integer(),
            .carrier = row.text(),
            .username = row.text(),
            .line = row.line(),
            .created_at = row.time(),
            .state = row.as<AccountState>(),
            .carrier_account = row.text(),
            .key_hash = row.text(),
            .webhook_prefix = row.text(),
            .listed_since = row.maybe_time()};
}

void check_is_only_one(Poco::Data::Session& session, const Account& account) {
    if (exists(session, "SELECT 1 FROM account WHERE owner = ? AND owner_id = ? AND carrier = ? AND id <> ?",
               {account.owner, account.owner_id, account.carrier, account.id})) {
        throw std::invalid_argument(
            std::string(account.owner == AccountOwner::branch ? "The branch" : "The user") +
            " already has a " + account.carrier + " account. Edit that one or remove it first.");
    }
    const auto other = select_first(session, "SELECT username FROM account WHERE line = ? AND id <> ?",
                                    {account.line, account.id}, [](Row& row) { return row.text(); });
    if (other) {
        throw std::invalid_argument("The account " + *other +
                                    " already texts from this number. Edit that one or remove it first.");
    }
}

/// A line that texted before is ours since then: replies that came while it had no account are not lost.
TimePoint ours_since(Poco::Data::Session& session, const Account& account) {
    const auto first_text_at = select_time(session,
                                           "SELECT r.created_ms FROM outgoing_text t "
                                           "JOIN send_request r ON r.id = t.request_id "
                                           "WHERE t.line = ? ORDER BY t.id LIMIT 1",
                                           {account.line});
    return std::min(account.created_at, first_text_at.value_or(account.created_at));
}

/// A store that is put back forgets the ids that it gave since, and a new one knows none: so they leave room
/// for chance, and stay whole numbers that any JSON reader has.
std::int64_t new_id(Poco::Data::Session& session, RandomSource& random) {
    constexpr unsigned random_bits = 31;
    const auto last = select_integer(session, "SELECT seq FROM sqlite_sequence WHERE name = 'account'");
    return last.value_or(0) + 1 + static_cast<std::int64_t>(random.next() >> (64 - random_bits));
}

/// Whoever the line belongs to is to decide about its texts when it has no account any more.
void remember_owner(Poco::Data::Session& session, std::int64_t account_id) {
    execute(session,
            "INSERT INTO former_line (line, owner, owner_id) SELECT line, owner, owner_id FROM account "
            "WHERE id = ? ON CONFLICT (line) DO UPDATE SET owner = excluded.owner, "
            "owner_id = excluded.owner_id",
            {account_id});
}

}  // namespace

AccountStore::AccountStore(Database& database, RandomSource& random) : database_(database), random_(random) {}

std::int64_t AccountStore::save(const Account& account) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        check_is_only_one(session, account);
        const TimePoint created_at = ours_since(session, account);
        if (account.id == 0) {
            return *select_integer(
                session,
                "INSERT INTO account (id, owner, owner_id, carrier, username, line, created_ms, state, "
                "carrier_account, key_hash, webhook_prefix) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "RETURNING id",
                {new_id(session, random_), account.owner, account.owner_id, account.carrier, account.username,
                 account.line, created_at, account.state, account.carrier_account, account.key_hash,
                 account.webhook_prefix});
        }
        remember_owner(session, account.id);  // of the line that it had
        const auto changed = execute(
            session,
            "UPDATE account SET owner = ?, owner_id = ?, carrier = ?, username = ?, line = ?, created_ms = "
            "?, "
            "state = ?, carrier_account = ?, key_hash = ?, webhook_prefix = ? WHERE id = ?",
            {account.owner, account.owner_id, account.carrier, account.username, account.line, created_at,
             account.state, account.carrier_account, account.key_hash, account.webhook_prefix, account.id});
        if (changed == 0) {
            throw std::invalid_argument(
                "The account has been removed. Close this window and add it as a new one.");
        }
        return account.id;
    });
}

void AccountStore::begin_line(const LineId& line, const std::optional<LineStart>& start) {
    database_.transaction([&](Poco::Data::Session& session) {
        if (exists(session, "SELECT 1 FROM outgoing_text WHERE line = ? LIMIT 1", {line})) return;
        execute(session, "DELETE FROM line_start WHERE line = ?", {line});
        execute(session, "DELETE FROM earlier_message WHERE line = ?", {line});
        if (!start) return;
        execute(session, "INSERT INTO line_start (line, listed_since_ms) VALUES (?, ?)",
                {line, start->listed_since});
        std::vector<std::vector<Value>> rows;
        for (const std::string& id : start->message_ids)
            rows.push_back({line, id});
        execute_each(session,
                     "INSERT INTO earlier_message (line, carrier_message_id) VALUES (?, ?) "
                     "ON CONFLICT DO NOTHING",
                     rows);
    });
}

void AccountStore::check(const Account& account) const {
    database_.transaction([&](Poco::Data::Session& session) { check_is_only_one(session, account); });
}

bool AccountStore::remove(std::int64_t id) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        remember_owner(session, id);
        return execute(session, "DELETE FROM account WHERE id = ?", {id}) > 0;
    });
}

std::vector<Account> AccountStore::all() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session, std::string(select_account) + "ORDER BY id", {}, read_account);
    });
}

std::optional<Account> AccountStore::get(std::int64_t id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_first(session, std::string(select_account) + "WHERE id = ?", {id}, read_account);
    });
}

}  // namespace send_text
