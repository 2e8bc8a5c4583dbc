#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "gateway/gateway.hpp"

namespace send_text::zipwhip {

/// Reads an entry of message/list. Names of the list and of webhooks are both understood. Nothing if id,
/// direction, number or date cannot be told.
std::optional<CarrierMessage> listed_message(const nlohmann::json& entry);

/// Reads the `response` of message/list from `start` on, an array [?] (or an object with `messages`, as
/// conversation/get has it). Throws GatewayError(bad_answer) if nothing at the list's beginning can be read
/// and an entry there may be a text of ours.
CarrierPage listed_page(const nlohmann::json& response, std::int64_t start);

}  // namespace send_text::zipwhip
