#pragma once

#include <nlohmann/json_fwd.hpp>

#include "carrier/callback_poster.hpp"
#include "carrier/handsets.hpp"
#include "carrier/request_log.hpp"

namespace mock_host {

/// What the control API shows of things.
nlohmann::json json_of(const Handset& handset);
nlohmann::json json_of(const LoggedRequest& request);
nlohmann::json json_of(const PostedCallback& callback);

}  // namespace mock_host
