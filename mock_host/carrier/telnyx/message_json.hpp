#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "carrier/carrier_account.hpp"
#include "carrier/telnyx/message_store.hpp"

namespace mock_host::telnyx {

/// "delivery_failed"
const char* to_string(Status status);
/// "2026-03-02T15:00:00.000+00:00"
std::string time_of(Moment moment);
/// A message as it is answered, and as webhooks have it (schemas OutboundMessagePayload and
/// InboundMessagePayload). What a text costs and which carrier its numbers have is not known here: null.
nlohmann::json json_of(const Message& message);
/// A messaging profile as it is answered.
nlohmann::json profile_json(const CarrierAccount& account);

}  // namespace mock_host::telnyx
