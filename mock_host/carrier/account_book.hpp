#pragma once

#include <map>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "carrier/carrier_account.hpp"
#include "carrier/state_file.hpp"

namespace mock_host {

/// What the accounts of one carrier have of their own.
struct AccountKind {
    const char* carrier;  ///< CarrierAccount::carrier
    /// Throws std::invalid_argument, without secrets, for an account that cannot be.
    void (*check)(const CarrierAccount& account);
    /// All numbers (E.164) of an account.
    std::vector<std::string> (*numbers)(const CarrierAccount& account);
    /// What the state file keeps of an account, which may not have been given.
    nlohmann::json (*kept_form)(const CarrierAccount& account, bool is_given);
    /// Reads what `kept_form` has made.
    void (*restore)(const nlohmann::json& kept, CarrierAccount& account);
};

/// The accounts of a carrier, by user name. Until one has been given, the carrier makes them up as they are
/// asked for; what was made up is forgotten when the first is given. A carrier derives from it to say who
/// gets in. [thread-safe]
class AccountBook {
  public:
    AccountBook(const AccountBook&) = delete;
    AccountBook& operator=(const AccountBook&) = delete;

    /// Throws std::invalid_argument, without secrets, for an account that cannot be.
    void add(const CarrierAccount& account);
    /// False if no such account has been given. Without any left everybody gets in again.
    bool remove(const std::string& username);
    /// Those that were given.
    std::vector<CarrierAccount> given() const;
    /// The account of a user name, or nothing.
    std::optional<CarrierAccount> find(const std::string& username) const;
    /// The account that a number belongs to, or nothing.
    std::optional<CarrierAccount> owner_of(const std::string& number) const;
    /// As at the start: no account given.
    void reset();

  protected:
    /// With those that the file has kept; nullptr keeps nothing.
    AccountBook(const AccountKind& kind, StateFile* file);
    ~AccountBook() = default;

    // All with mutex_ held.
    bool has_number(const CarrierAccount& account, const std::string& number) const;
    void keep(const CarrierAccount& account) const;
    /// The account of a user name, made up with this password if there is none.
    CarrierAccount& found_or_made_up(const std::string& username, const std::string& password);
    /// The number is this account's from now on, and no other's.
    void hand_over(const std::string& number, CarrierAccount& account);

    mutable std::mutex mutex_;
    bool is_given_ = false;
    std::map<std::string, CarrierAccount> accounts_;  // by user name

  private:
    void forget_all();  // with mutex_ held

    const AccountKind kind_;
    const Kept kept_;
};

// For AccountKind::check.
/// Throws std::invalid_argument with `otherwise` unless it is right.
void check_account(bool is_right, const std::string& otherwise);
void check_number(const std::string& number);
/// `field` is what the carrier calls the address; an empty one is none.
void check_address(const std::string& address, const std::string& field, const CarrierAccount& account);

/// `prefix` and three digits, always the same for one name.
std::string made_up_number(const std::string& prefix, const std::string& name);

}  // namespace mock_host
