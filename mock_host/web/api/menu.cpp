#include <nlohmann/json.hpp>

#include "mock_host/loader/menu_places.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// What the plug-in puts into the host's menus.

namespace mock_host {

using nlohmann::json;

namespace {

staffing_menu_place place_of(const std::string& name) {
    if (const auto place = menu_place(name)) return *place;
    std::string names;
    for (const std::string& known : menu_place_names())
        names += (names.empty() ? "" : ", ") + known;
    throw ApiError(400, "There is no place \"" + name + "\". The places are: " + names + ".");
}

std::vector<RecordKey> everybody_on(StaffingDatabase& database, std::int64_t hotlist_id) {
    std::vector<RecordKey> records;
    for (const HotlistRow& row : database.hotlists().rows(hotlist_id))
        records.push_back({RecordKind::employee, row.employee_id});
    return records;
}

MenuTarget target_of(const Endpoint& endpoint) {
    const json& body = body_of(endpoint);
    MenuTarget target;
    target.place = place_of(text_at(body, "place"));
    if (body.contains("records")) {
        for (const json& record : list_at(body, "records"))
            target.records.push_back(record_in(record));
    }
    const bool is_hotlist = target.place == STAFFING_MENU_PLACE_HOTLIST;
    if (is_hotlist || target.place == STAFFING_MENU_PLACE_HOTLIST_ROW) {
        target.hotlist_id = integer_at(body, "hotlist_id");
        const auto everybody = everybody_on(endpoint.host.database(), target.hotlist_id);
        if (is_hotlist && target.records.empty()) target.records = everybody;
    }
    if (target.records.empty() && !is_hotlist) throw ApiError(400, "Choose at least one record.");
    return target;
}

ApiResult menu(const Endpoint& endpoint) {
    const MenuTarget target = target_of(endpoint);
    std::vector<MenuItem> items;
    try {
        endpoint.host.with_plugin_on_main_thread(
            [&](Host&, const PluginCalls& plugin) { items = plugin.menu_items(target); });
    } catch (const NoPlugin&) {
        // Nobody puts anything into the menus.
    }
    json list = json::array();
    for (const MenuItem& item : items) {
        list.push_back({{"action_id", item.action_id},
                        {"label", item.label},
                        {"enabled", item.is_enabled},
                        {"disabled_reason", item.disabled_reason},
                        {"tooltip", item.tooltip},
                        {"icon", item.icon},
                        {"notice", item.notice}});
    }
    return json_result({{"items", std::move(list)}});
}

ApiResult perform(const Endpoint& endpoint) {
    const MenuTarget target = target_of(endpoint);
    const std::string action = text_at(body_of(endpoint), "action_id");
    endpoint.host.with_plugin_on_main_thread(
        [&](Host&, const PluginCalls& plugin) { plugin.perform(target, action); });
    return done();
}

}  // namespace

void add_menu_routes(Routes& routes) {
    routes.add("POST", "menu", menu);
    routes.add("POST", "menu/perform", perform);
}

}  // namespace mock_host
