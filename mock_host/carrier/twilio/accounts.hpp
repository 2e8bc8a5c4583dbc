#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/carrier_account.hpp"
#include "carrier/http_message.hpp"
#include "carrier/state_file.hpp"

namespace mock_host::twilio {

/// Who may use the API, and with which numbers. Until an account has been given, every account SID gets in
/// with any token or API key that is not empty, a number becomes an account's when it is texted from, and
/// every messaging service is there, with a number of its own. What was so let in is forgotten when the first
/// account is given. [thread-safe]
class Accounts {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit Accounts(StateFile* file = nullptr);

    /// Throws std::invalid_argument, without secrets, for an account that cannot be.
    void add(const CarrierAccount& account);
    /// False if no such account has been given. Without any left everybody gets in again.
    bool remove(const std::string& account_sid);
    /// Those that were given.
    std::vector<CarrierAccount> given() const;
    /// Whether `credentials` are those of the account or of its API key.
    bool let_in(const std::string& account_sid, const BasicCredentials& credentials);
    /// Whether the account may text from a number (E.164).
    bool may_text_from(const std::string& account_sid, const std::string& number);
    /// The numbers of an account's messaging service; nothing when it has none such.
    std::optional<std::vector<std::string>> numbers_of_service(const std::string& account_sid,
                                                               const std::string& service_sid);
    /// The account of a SID, or nothing.
    std::optional<CarrierAccount> find(const std::string& account_sid) const;
    /// The account that a number belongs to, or nothing.
    std::optional<CarrierAccount> owner_of(const std::string& number) const;
    /// As at the start: no account given.
    void reset();

  private:
    void keep(const CarrierAccount& account) const;  // with mutex_ held

    const Kept kept_;
    mutable std::mutex mutex_;
    bool is_given_ = false;
    std::map<std::string, CarrierAccount> accounts_;  // by SID
};

/// The account's messaging service that has this number; empty without one.
std::string service_of(const CarrierAccount& account, const std::string& number);

}  // namespace mock_host::twilio
