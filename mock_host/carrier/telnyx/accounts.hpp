#pragma once

#include <optional>
#include <string>
#include <vector>

#include "carrier/account_book.hpp"

namespace mock_host::telnyx {

/// Who may use the API, and with which numbers. An account is a messaging profile with its API key, which
/// several may share. Until one has been given, every API key that is not empty gets in, with a profile of
/// its own to which a number belongs once it is texted from, and every other profile is there, with a number
/// of its own. [thread-safe]
class Accounts : public AccountBook {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit Accounts(StateFile* file = nullptr);

    bool let_in(const std::string& api_key);
    /// All whose key it is.
    std::vector<CarrierAccount> of_key(const std::string& api_key) const;
    /// The profile that this key may text from a number (E.164) with, or nothing.
    std::optional<CarrierAccount> profile_to_text_from(const std::string& api_key, const std::string& number);
    /// The profile of this id, if it is the key's.
    std::optional<CarrierAccount> profile_of(const std::string& api_key, const std::string& profile_id);
};

}  // namespace mock_host::telnyx
