#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "carrier/twilio/message_store.hpp"

namespace mock_host::twilio {

/// "/2010-04-01/Accounts/AC…/Messages": the path of the list and, followed by "/SM…", of a message, each
/// without ".json".
std::string messages_path(const std::string& account_sid);
/// "delivered"
const char* to_string(Status status);
/// The whole Message resource (schema api.v2010.account.message). Prices are not known here: null.
nlohmann::json json_of(const Message& message);

}  // namespace mock_host::twilio
