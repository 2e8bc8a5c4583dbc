#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace mock_host {

/// Holds a view against what host_sdk/schema/dialog_view.schema.json demands: what must be there, the types,
/// and ids that are unique. Kinds and properties that this host does not know are passed over. Throws
/// std::invalid_argument, in words that say where.
void check_dialog_view(const nlohmann::json& view);

// Its parts, for what changes in a part only; `where` names it: "element 2", "row 5 of element 1".
void check_dialog_frame(const nlohmann::json& view);  ///< all but what the elements say
void check_dialog_element(const nlohmann::json& element, const std::string& where);
void check_dialog_row(const nlohmann::json& row, const std::string& where);
[[noreturn]] void refuse_row_of_other_id(const nlohmann::json& row, const std::string& where);

}  // namespace mock_host
