#include "carrier/control_json.hpp"

#include <nlohmann/json.hpp>

#include "carrier/web_address.hpp"

namespace mock_host {

namespace {

using nlohmann::json;

json list_of(const std::vector<HandsetText>& texts) {
    json list = json::array();
    for (const HandsetText& text : texts) {
        list.push_back({{"line", text.line},
                        {"body", text.body},
                        {"pictures", text.pictures},
                        {"message_id", text.message_id},
                        {"when", to_iso_utc(text.when)}});
    }
    return list;
}

}  // namespace

json json_of(const Handset& handset) {
    return {{"number", handset.number},
            {"on", handset.on},
            {"landline", handset.landline},
            {"refused_at_once", handset.refused_at_once},
            {"failure", handset.failure ? json(*handset.failure) : json(nullptr)},
            {"texts", list_of(handset.texts)},
            {"waiting", list_of(handset.waiting)},
            {"replies", list_of(handset.replies)},
            {"stopped_lines", handset.stopped_lines}};
}

json json_of(const LoggedRequest& request) {
    json parameters = json::object();
    for (const auto& [name, value] : request.parameters)
        parameters[name].push_back(value);
    return {
        {"method", request.method}, {"path", request.path},
        {"parameters", parameters}, {"fault", request.fault.empty() ? json(nullptr) : json(request.fault)},
        {"status", request.status}, {"when", to_iso_utc(request.when)}};
}

json json_of(const PostedCallback& callback) {
    return {{"url", without_key(callback.url)},
            {"status", callback.status},
            {"error", callback.error.empty() ? json(nullptr) : json(callback.error)},
            {"when", to_iso_utc(callback.when)}};
}

}  // namespace mock_host
