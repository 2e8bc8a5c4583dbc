#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "store/database.hpp"

namespace send_text {

enum class AccountOwner : std::int32_t { branch = 1, user = 2 };

enum class AccountState : std::int32_t {
    in_use = 1,
    disabled = 2,    ///< texts and polls nothing until it is enabled again
    incomplete = 3,  ///< being added: one that is found so at a start was cut off, and goes
};

/// Carrier credentials, per branch or per user; the password is in the host's secret store.
struct Account {
    std::int64_t id = 0;
    AccountOwner owner = AccountOwner::branch;
    std::int64_t owner_id = 0;  ///< branch id or rep id
    std::string carrier;        ///< "zipwhip", "twilio"
    std::string username;
    std::string line;             ///< the number it texts from (E.164), or a messaging service's id
    std::int64_t created_ms = 0;  ///< messages of the line from before are not ours to log
    AccountState state = AccountState::in_use;
    std::string carrier_account = {};  ///< twilio: the account's SID
    std::string key_hash = {};         ///< of the communication key; empty: no webhook is registered
    std::string webhook_prefix = {};   ///< what the registered addresses begin with
    /// By the carrier's clock: messages of the line from before are not ours. Nothing where it is not known,
    /// as of accounts that earlier versions added. Kept by begin_line alone.
    std::optional<std::int64_t> listed_since_ms = {};
};

/// What the carrier lists of a line before its account is added.
struct LineStart {
    std::vector<std::string> message_ids;  ///< of the newest messages
    std::int64_t listed_since_ms = 0;  ///< older ones than this, by the carrier's clock, were there as well
};

/// The accounts, without their secrets. Each call is one durable transaction; any thread.
class AccountStore {
  public:
    /// `random` is for ids. Both must outlive this.
    AccountStore(Database& database, RandomSource& random);

    /// Adds an account (id 0) or changes the one with its id, and returns its id. The id of a new one is
    /// greater than all before, and no other account has it, be it of another store or of one from which this
    /// was put back: secrets are named after ids. One owner has one account of a carrier and one line one
    /// account: another is refused with std::invalid_argument, in words. So is changing one that is gone.
    std::int64_t save(const Account& account);

    /// Keeps what is not ours of a line whose account is being added; nothing: it could not be asked for. A
    /// line that texted before keeps what it began with: replies that came while it had no account are ours.
    void begin_line(const std::string& line, const std::optional<LineStart>& start);

    /// Throws std::invalid_argument as save would.
    void check(const Account& account) const;

    /// Removes it; texts and conversations stay. Returns false when there is none.
    bool remove(std::int64_t id);

    std::vector<Account> all() const;
    std::optional<Account> get(std::int64_t id) const;

  private:
    Database& database_;
    RandomSource& random_;
};

}  // namespace send_text
