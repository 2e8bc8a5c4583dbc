#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "staffing/ext/menu.h"

namespace mock_host {

/// The place of a menu by its name in scenarios and pages, such as "employee_record".
std::optional<staffing_menu_place> menu_place(std::string_view name);

std::vector<std::string> menu_place_names();

}  // namespace mock_host
