#pragma once

#include <nlohmann/json_fwd.hpp>

namespace mock_host {

/// Holds a view against what host_sdk/schema/dialog_view.schema.json demands: what must be there, the types,
/// and ids that are unique. Kinds and properties that this host does not know are passed over. Throws
/// std::invalid_argument, in words that say where.
void check_dialog_view(const nlohmann::json& view);

}  // namespace mock_host
