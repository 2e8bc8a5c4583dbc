#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/carrier_account.hpp"
#include "carrier/state_file.hpp"

namespace mock_host::telnyx {

/// Who may use the API, and with which numbers. An account is a messaging profile with its API key, which
/// several may share. Until one has been given, every API key that is not empty gets in, with a profile of
/// its own to which a number belongs once it is texted from, and every other profile is there, with a number
/// of its own. What was so let in is forgotten when the first account is given. [thread-safe]
class Accounts {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit Accounts(StateFile* file = nullptr);

    /// Throws std::invalid_argument, without secrets, for an account that cannot be.
    void add(const CarrierAccount& account);
    /// False if no such account has been given. Without any left everybody gets in again.
    bool remove(const std::string& profile_id);
    /// Those that were given.
    std::vector<CarrierAccount> given() const;
    bool let_in(const std::string& api_key);
    /// All whose key it is.
    std::vector<CarrierAccount> of_key(const std::string& api_key) const;
    /// The profile that this key may text from a number (E.164) with, or nothing.
    std::optional<CarrierAccount> profile_to_text_from(const std::string& api_key, const std::string& number);
    /// The profile of this id, if it is the key's.
    std::optional<CarrierAccount> profile_of(const std::string& api_key, const std::string& profile_id);
    /// The profile of an id, or nothing.
    std::optional<CarrierAccount> find(const std::string& profile_id) const;
    /// The profile that a number belongs to, or nothing.
    std::optional<CarrierAccount> owner_of(const std::string& number) const;
    /// As at the start: no account given.
    void reset();

  private:
    // With mutex_ held.
    void keep(const CarrierAccount& account) const;
    CarrierAccount& make(const std::string& profile_id, const std::string& api_key);

    const Kept kept_;
    mutable std::mutex mutex_;
    bool is_given_ = false;
    std::map<std::string, CarrierAccount> accounts_;  // by the profile's id
};

}  // namespace mock_host::telnyx
