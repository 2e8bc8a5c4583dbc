#pragma once

#include <nlohmann/json_fwd.hpp>

#include "carrier/carrier_account.hpp"

namespace mock_host {

/// Reads what is posted to /_simulator/accounts. Throws std::invalid_argument, in words that hold no secret,
/// for what is missing, of the wrong type or unknown; whether the carrier could have the account is for the
/// carrier to say.
CarrierAccount account_from(const nlohmann::json& object);

}  // namespace mock_host
