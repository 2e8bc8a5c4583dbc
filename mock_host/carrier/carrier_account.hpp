#pragma once

#include <map>
#include <string>
#include <vector>

namespace mock_host {

/// Who may use a carrier, as the control API takes it (docs/carrier_simulator.md has the names in JSON).
struct CarrierAccount {
    std::string carrier = "zipwhip";  ///< or "twilio"
    std::string username;             ///< zipwhip: the line's number in digits. twilio: the account's SID
    std::string password;             ///< twilio: the auth token

    // Twilio only.
    std::string api_key_sid = {};           ///< with its secret as good as the auth token; empty: none
    std::string api_key_secret = {};        ///< signs nothing: webhooks are signed with the auth token
    std::vector<std::string> numbers = {};  ///< E.164
    /// The SID of each messaging service, and its numbers (E.164), which are the account's too.
    std::map<std::string, std::vector<std::string>> messaging_services = {};
    std::string sms_url = {};  ///< where inbound texts are posted, signed; empty: nowhere
};

}  // namespace mock_host
