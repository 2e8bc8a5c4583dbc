#pragma once

#include <map>
#include <string>
#include <vector>

namespace mock_host {

/// Who may use a carrier, as the control API takes it (docs/carrier_simulator.md has the names in JSON).
struct CarrierAccount {
    std::string carrier = "zipwhip";  ///< or "twilio", "telnyx"
    /// zipwhip: the line's number in digits. twilio: the account's SID. telnyx: the messaging profile's id
    std::string username;
    std::string password;  ///< twilio: the auth token. telnyx: the API key

    // Twilio only.
    std::string api_key_sid = {};     ///< with its secret as good as the auth token; empty: none
    std::string api_key_secret = {};  ///< signs nothing: webhooks are signed with the auth token
    /// The SID of each messaging service, and its numbers (E.164), which are the account's too.
    std::map<std::string, std::vector<std::string>> messaging_services = {};

    // Twilio and Telnyx.
    std::vector<std::string> numbers = {};  ///< E.164
    std::string sms_url =
        {};  ///< where inbound texts (telnyx: all events) are posted, signed; empty: nowhere

    // Telnyx only.
    std::string failover_url = {};  ///< where events are posted that `sms_url` does not take; empty: nowhere
    std::string public_key = {};    ///< what its webhooks are signed for, in base64. Told, never taken
};

}  // namespace mock_host
