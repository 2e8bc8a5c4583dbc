#include "carrier/control_json.hpp"

#include <nlohmann/json.hpp>

#include "carrier/web_address.hpp"

namespace mock_host {

namespace {

using nlohmann::json;

json or_null(const std::string& text) {
    return text.empty() ? json(nullptr) : json(text);
}

json json_of(const TextStep& step) {
    json result{{"step", step.step}, {"when", to_iso_utc(step.when)}};
    if (step.code) result["code"] = *step.code;
    if (!step.words.empty()) result["words"] = step.words;
    if (!step.fault.empty()) result["fault"] = step.fault;
    if (step.step == "refused" || step.step == "answered") result["status"] = step.status;
    return result;
}

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

json json_of(const TextWay& text) {
    json steps = json::array();
    for (const TextStep& step : text.steps)
        steps.push_back(json_of(step));
    return {{"carrier", text.carrier},           {"message_id", or_null(text.message_id)},
            {"from_handset", text.from_handset}, {"line", or_null(text.line)},
            {"handset", text.handset},           {"body", text.body},
            {"steps", std::move(steps)}};
}

json json_of(const CarrierAccount& account) {
    json result{{"carrier", account.carrier}, {"username", account.username}};
    if (account.carrier != "zipwhip") result["numbers"] = account.numbers;
    if (!account.public_key.empty()) result["public_key"] = account.public_key;
    return result;
}

}  // namespace mock_host
