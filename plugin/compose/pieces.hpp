#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace send_text {

/// Operations of one JSON Patch as several, each of which keeps the main thread for a moment only.
std::vector<nlohmann::json> in_pieces(nlohmann::json operations);

}  // namespace send_text
