#pragma once

#include <optional>
#include <string>
#include <vector>

#include "carrier/account_book.hpp"
#include "carrier/http_message.hpp"

namespace mock_host::twilio {

/// Who may use the API, and with which numbers. Until an account has been given, every account SID gets in
/// with any token or API key that is not empty, a number becomes an account's when it is texted from, and
/// every messaging service is there, with a number of its own. [thread-safe]
class Accounts : public AccountBook {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit Accounts(StateFile* file = nullptr);

    /// Whether `credentials` are those of the account or of its API key.
    bool let_in(const std::string& account_sid, const BasicCredentials& credentials);
    /// Whether the account may text from a number (E.164).
    bool may_text_from(const std::string& account_sid, const std::string& number);
    /// The numbers of an account's messaging service; nothing when it has none such.
    std::optional<std::vector<std::string>> numbers_of_service(const std::string& account_sid,
                                                               const std::string& service_sid);
};

/// The account's messaging service that has this number; empty without one.
std::string service_of(const CarrierAccount& account, const std::string& number);

}  // namespace mock_host::twilio
