#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/time.hpp"
#include "model/line_id.hpp"

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
    std::string carrier;        ///< its id (Carrier)
    std::string username;
    LineId line;             ///< what it texts from
    TimePoint created_at{};  ///< messages of the line from before are not ours to log
    AccountState state = AccountState::in_use;
    std::string carrier_account = {};  ///< what else the carrier has of the account, such as its id there
    std::string key_hash = {};         ///< of the communication key; empty: no webhook is registered
    std::string webhook_prefix = {};   ///< what the registered addresses begin with
    /// By the carrier's clock: messages of the line from before are not ours. Nothing where it is not known,
    /// as of accounts that earlier versions added. Kept by begin_line alone.
    std::optional<TimePoint> listed_since = {};
};

}  // namespace send_text
