#include "mock_host/loader/menu_places.hpp"

namespace mock_host {

namespace {

struct MenuPlace {
    std::string_view name;
    staffing_menu_place place;
};

constexpr MenuPlace places[] = {
    {"employee_record", STAFFING_MENU_PLACE_EMPLOYEE_RECORD},
    {"employee_search", STAFFING_MENU_PLACE_EMPLOYEE_SEARCH_RESULTS},
    {"contact_record", STAFFING_MENU_PLACE_CONTACT_RECORD},
    {"contact_search", STAFFING_MENU_PLACE_CONTACT_SEARCH_RESULTS},
    {"hotlist_row", STAFFING_MENU_PLACE_HOTLIST_ROW},
    {"hotlist", STAFFING_MENU_PLACE_HOTLIST},
};

}  // namespace

std::optional<staffing_menu_place> menu_place(std::string_view name) {
    for (const MenuPlace& known : places) {
        if (known.name == name) return known.place;
    }
    return std::nullopt;
}

std::vector<std::string> menu_place_names() {
    std::vector<std::string> names;
    for (const MenuPlace& known : places)
        names.emplace_back(known.name);
    return names;
}

}  // namespace mock_host
