#pragma once

#include <nlohmann/json_fwd.hpp>

#include "carrier/callback_poster.hpp"
#include "carrier/carrier_account.hpp"
#include "carrier/handsets.hpp"
#include "carrier/request_log.hpp"
#include "carrier/text_log.hpp"

namespace mock_host {

/// What the control API shows of things.
nlohmann::json json_of(const Handset& handset);
nlohmann::json json_of(const LoggedRequest& request);
nlohmann::json json_of(const PostedCallback& callback);
nlohmann::json json_of(const TextWay& text);
/// Without secrets.
nlohmann::json json_of(const CarrierAccount& account);

}  // namespace mock_host
