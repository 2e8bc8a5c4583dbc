#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace mock_host {

/// Checks a view against host_sdk/schema/dialog_view.schema.json: required properties, types and unique ids.
/// Kinds and properties that this host does not know are ignored. Throws std::invalid_argument with a message
/// that says where.
void check_dialog_view(const nlohmann::json& view);

// Parts of the check, for changes of one part; `where` names it: "element 2", "row 5 of element 1".
void check_dialog_frame(const nlohmann::json& view);  ///< everything but the contents of the elements
void check_dialog_element(const nlohmann::json& element, const std::string& where);
void check_dialog_row(const nlohmann::json& row, const std::string& where);
[[noreturn]] void refuse_row_of_other_id(const nlohmann::json& row, const std::string& where);

}  // namespace mock_host
