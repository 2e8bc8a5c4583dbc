#include <nlohmann/json.hpp>

#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

json hotlist_json(const Hotlist& hotlist, const OfficeNames& names) {
    return {{"id", hotlist.id},
            {"name", hotlist.name},
            {"description", hotlist.description},
            {"owner", names.rep(hotlist.owner_user_id)}};
}

json row_json(const HotlistRow& row) {
    return {{"employee_id", row.employee_id},
            {"name", full_name(row.first_name, row.last_name)},
            {"first_name", row.first_name},
            {"last_name", row.last_name},
            {"status", row.status},
            {"phone", row.phone_shown},
            {"last_activity_date", row.last_activity_date},
            {"added_date", row.added_date},
            {"note", row.note}};
}

ApiResult hotlists(const Endpoint& endpoint) {
    StaffingDatabase& database = endpoint.host.database();
    const OfficeNames names(database);
    json list = json::array();
    for (const Hotlist& hotlist : database.hotlists().list())
        list.push_back(hotlist_json(hotlist, names));
    return json_result({{"hotlists", std::move(list)}});
}

ApiResult hotlist(const Endpoint& endpoint) {
    StaffingDatabase& database = endpoint.host.database();
    const std::int64_t id = id_in_path(endpoint, 0, "hotlist");
    const auto found = database.hotlists().find(id);
    if (!found) throw ApiError(404, "There is no hotlist " + std::to_string(id) + ".");
    json answer = hotlist_json(*found, OfficeNames(database));
    answer["rows"] = json::array();
    for (const HotlistRow& row : database.hotlists().rows(id))
        answer["rows"].push_back(row_json(row));
    return json_result(answer);
}

}  // namespace

void add_hotlist_routes(Routes& routes) {
    routes.add("GET", "hotlists", hotlists);
    routes.add("GET", "hotlists/{}", hotlist);
}

}  // namespace mock_host
