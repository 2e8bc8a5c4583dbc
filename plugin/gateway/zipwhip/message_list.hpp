#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "gateway/gateway.hpp"

namespace send_text::zipwhip {

/// Reads an entry of message/list. Names of the list and of webhooks are both understood. Nothing if id,
/// direction, number or date cannot be told.
std::optional<CarrierMessage> listed_message(const nlohmann::json& entry);

/// Reads the `response` of message/list, an array [?] (or an object with `messages`, as conversation/get
/// has it). `total` is the envelope's. Throws GatewayError(bad_answer) if nothing in it can be read
/// and an entry of it may be outbound.
CarrierPage listed_page(const nlohmann::json& response, std::optional<std::int64_t> total, std::int64_t start,
                        std::int64_t limit);

}  // namespace send_text::zipwhip
