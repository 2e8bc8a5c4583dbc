#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "core/time.hpp"
#include "model/account.hpp"
#include "model/line_id.hpp"
#include "store/database.hpp"

namespace send_text {

/// What the carrier lists of a line before its account is added.
struct LineStart {
    std::vector<std::string> message_ids;  ///< of the newest messages
    TimePoint listed_since{};  ///< older ones than this, by the carrier's clock, were there as well
};

/// The accounts, without their secrets. Each call is one durable transaction.
/// Threads: any; the database takes turns.
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
    void begin_line(const LineId& line, const std::optional<LineStart>& start);

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
