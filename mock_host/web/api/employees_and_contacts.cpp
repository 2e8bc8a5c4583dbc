#include <nlohmann/json.hpp>

#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// The two search screens.

namespace mock_host {

using nlohmann::json;

namespace {

constexpr std::int64_t max_rows = 1000;

std::size_t count_in(const Endpoint& endpoint, const char* key, std::int64_t otherwise, std::int64_t most) {
    const std::int64_t count = query_integer(endpoint, key).value_or(otherwise);
    if (count >= 0 && count <= most) return static_cast<std::size_t>(count);
    throw ApiError(400, "\"" + std::string(key) + "\" must be from 0 to " + std::to_string(most) + ".");
}

/// `active_only`: "active", or "all", which is also what nothing means.
RecordSearch search_of(const Endpoint& endpoint, RecordKind kind, const char* active_only) {
    RecordSearch search;
    search.kind = kind;
    search.last_name = query_text(endpoint, "last_name");
    search.first_name = query_text(endpoint, "first_name");
    search.customer_name = query_text(endpoint, "customer_name");
    search.id = query_integer(endpoint, "id");
    search.branch_id = query_integer(endpoint, "branch_id");
    search.rep_id = query_integer(endpoint, "rep_id");
    const std::string active = query_text(endpoint, active_only);
    if (active == "active") {
        search.active = true;
    } else if (!active.empty() && active != "all") {
        throw ApiError(400, "\"" + std::string(active_only) + "\" must be all or active.");
    }
    search.offset = count_in(endpoint, "offset", 0, 1'000'000'000);
    search.limit = count_in(endpoint, "limit", max_rows, max_rows);
    return search;
}

json employee_row(const Person& person, const OfficeNames& names) {
    return {{"id", person.id},
            {"last_name", person.last_name},
            {"first_name", person.first_name},
            {"branch", names.branch(person.branch_id)},
            {"phone", phone_shown(person)},
            {"is_active", person.active},
            {"is_assigned", person.is_assigned},
            {"last_message", person.last_message},
            {"postal_code", person.postal_code},
            {"has_resume", person.has_resume},
            {"cell_phone", first_method(person, "Cell Phone")},
            {"rep", names.rep(person.rep_id)}};
}

json contact_row(const Person& person, const OfficeNames&) {
    return {{"id", person.id},
            {"last_name", person.last_name},
            {"first_name", person.first_name},
            {"customer_name", person.customer_name},
            {"department", person.department},
            {"title", person.title},
            {"is_active", person.active},
            {"status", person.status},
            {"office_phone", first_method(person, "Office Phone")}};
}

ApiResult result_of(const Endpoint& endpoint, const RecordSearch& search,
                    json (*row)(const Person&, const OfficeNames&)) {
    StaffingDatabase& database = endpoint.host.database();
    const OfficeNames names(database);
    const SearchPage page = database.records().search(search);
    json rows = json::array();
    for (const Person& person : page.people)
        rows.push_back(row(person, names));
    return json_result({{"total", page.total}, {"rows", std::move(rows)}});
}

ApiResult employees(const Endpoint& endpoint) {
    return result_of(endpoint, search_of(endpoint, RecordKind::employee, "active"), employee_row);
}

ApiResult contacts(const Endpoint& endpoint) {
    return result_of(endpoint, search_of(endpoint, RecordKind::contact, "status"), contact_row);
}

}  // namespace

void add_search_routes(Routes& routes) {
    routes.add("GET", "employees", employees);
    routes.add("GET", "contacts", contacts);
}

}  // namespace mock_host
