#include <algorithm>
#include <nlohmann/json.hpp>

#include "mock_host/staffing/city.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// A record and its contact methods.

namespace mock_host {

using nlohmann::json;

namespace {

json methods_of(const Person& person) {
    json methods = json::array();
    for (const ContactMethod& method : person.methods)
        methods.push_back({{"id", method.id}, {"type", method.type}, {"value", method.value}});
    return methods;
}

ApiResult record(const Endpoint& endpoint) {
    const RecordKey key = record_in_path(endpoint);
    StaffingDatabase& database = endpoint.host.database();
    const auto person = database.records().find(key);
    if (!person) throw ApiError(404, "There is no " + describe(key) + ".");
    const OfficeNames names(database);
    json answer = record_json(key, full_name(*person));
    answer.update({{"last_name", person->last_name},
                   {"first_name", person->first_name},
                   {"branch", names.branch(person->branch_id)},
                   {"rep", names.rep(person->rep_id)},
                   {"is_active", person->active},
                   {"status", person->status},
                   {"phone", phone_shown(*person)},
                   {"cell_phone", first_method(*person, "Cell Phone")},
                   {"office_phone", first_method(*person, "Office Phone")},
                   {"postal_code", person->postal_code},
                   {"city", city_of(person->postal_code)},
                   {"methods", methods_of(*person)}});
    if (key.kind == RecordKind::employee) {
        answer.update({{"is_assigned", person->is_assigned},
                       {"has_resume", person->has_resume},
                       {"job_title", person->title},
                       {"assignment", person->customer_name},
                       {"last_message", person->last_message}});
    } else {
        answer.update({{"customer_name", person->customer_name},
                       {"department", person->department},
                       {"title", person->title}});
    }
    return json_result(answer);
}

void announce_change(RunningHost& host) {
    host.changed("records");
    host.changed("handsets");  // which are named after the records that have their numbers
}

ApiResult add_method(const Endpoint& endpoint) {
    const RecordKey key = record_in_path(endpoint);
    const json& body = body_of(endpoint);
    const std::string type = text_at(body, "type");
    const auto& types = contact_method_types();
    if (std::find(types.begin(), types.end(), type) == types.end())
        throw ApiError(400, "\"" + type + "\" is not a type of contact method.");
    const std::int64_t id = endpoint.host.database().records().add_method(key, type, text_at(body, "value"));
    announce_change(endpoint.host);
    return json_result({{"id", id}});
}

ApiResult change_method(const Endpoint& endpoint) {
    const RecordKey key = record_in_path(endpoint);
    endpoint.host.database().records().update_method(key, id_in_path(endpoint, 2, "contact method"),
                                                     text_at(body_of(endpoint), "value"));
    announce_change(endpoint.host);
    return done();
}

ApiResult remove_method(const Endpoint& endpoint) {
    const RecordKey key = record_in_path(endpoint);
    endpoint.host.database().records().remove_method(key, id_in_path(endpoint, 2, "contact method"));
    announce_change(endpoint.host);
    return done();
}

}  // namespace

void add_record_routes(Routes& routes) {
    routes.add("GET", "records/{}/{}", record);
    routes.add("POST", "records/{}/{}/methods", add_method);
    routes.add("PUT", "records/{}/{}/methods/{}", change_method);
    routes.add("DELETE", "records/{}/{}/methods/{}", remove_method);
}

}  // namespace mock_host
