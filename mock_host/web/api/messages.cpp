#include <nlohmann/json.hpp>

#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// What is logged on a record, and the codes it is logged under.

namespace mock_host {

using nlohmann::json;

namespace {

ApiResult messages(const Endpoint& endpoint) {
    const RecordKey key = record_in_path(endpoint);
    StaffingDatabase& database = endpoint.host.database();
    if (!database.records().find(key)) throw ApiError(404, "There is no " + describe(key) + ".");
    const OfficeNames names(database);
    json list = json::array();
    for (const Message& message : database.messages().of_record(key)) {
        list.push_back({{"id", message.id},
                        {"action_code", message.action_code},
                        {"text", message.text},
                        {"author", names.rep(message.author_user_id)},
                        {"created", iso_seconds_from_milliseconds(message.created_at_ms)},
                        {"links", records_json(database, message.links)}});
    }
    return json_result({{"messages", std::move(list)}});
}

ApiResult action_codes(const Endpoint& endpoint) {
    json list = json::array();
    for (const ActionCode& code : endpoint.host.database().action_codes().list()) {
        list.push_back({{"code", code.code},
                        {"description", code.description},
                        {"relevant_to_employee", code.relevant_to_employee},
                        {"relevant_to_contact", code.relevant_to_contact},
                        {"relevant_to_customer", code.relevant_to_customer},
                        {"is_active", code.active},
                        {"side_effect", code.side_effect}});
    }
    return json_result({{"action_codes", std::move(list)}});
}

}  // namespace

void add_message_routes(Routes& routes) {
    routes.add("GET", "records/{}/{}/messages", messages);
    routes.add("GET", "action_codes", action_codes);
}

}  // namespace mock_host
