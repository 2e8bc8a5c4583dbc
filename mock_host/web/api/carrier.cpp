#include <map>
#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "mock_host/web/api/carrier_call.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/api_request.hpp"
#include "mock_host/web/running_host.hpp"

// The carrier simulator: what it was asked, and what goes wrong there.

namespace mock_host {

using nlohmann::json;

void ask_carrier(const std::function<void()>& question) {
    try {
        question();
    } catch (const CarrierRefusal& e) {
        throw ApiError(e.status(), "The carrier simulator refused the request: " + e.reason() + ".");
    } catch (const std::runtime_error& e) {
        throw ApiError(502, "That cannot be done: " + std::string(e.what()) + ".");
    }
}

namespace {

constexpr std::ptrdiff_t max_shown = 500;

json newest(const json& list) {
    const auto size = static_cast<std::ptrdiff_t>(list.size());
    return json(json::array_t(list.begin() + std::max<std::ptrdiff_t>(0, size - max_shown), list.end()));
}

/// The texts, each with whose its handset's number is.
json with_names(StaffingDatabase& database, json texts) {
    std::map<std::string, std::string> names;
    for (json& text : texts) {
        const std::string number = text.at("handset");
        const auto [known, is_new] = names.try_emplace(number);
        if (is_new) known->second = owners_of(database, number);
        text["name"] = known->second;
    }
    return texts;
}

ApiResult carrier(const Endpoint& endpoint) {
    const CarrierControl& control = endpoint.host.carrier();
    json answer{{"url", endpoint.host.carrier_url()}};
    ask_carrier([&] {
        answer["faults"] = control.faults();
        answer["requests"] = newest(control.requests());
        answer["callbacks"] = newest(control.callbacks());
        answer["accounts"] = control.accounts();
        answer["texts"] = with_names(endpoint.host.database(), newest(control.texts()));
    });
    return json_result(answer);
}

ApiResult set_faults(const Endpoint& endpoint) {
    json rules = list_at(body_of(endpoint), "rules");
    for (json& rule : rules) {
        if (!rule.is_object()) throw ApiError(400, "Each rule must be an object.");
        // The counts of a rule that came from here and goes back.
        rule.erase("matched");
        rule.erase("applied");
    }
    ask_carrier([&] { endpoint.host.carrier().set_faults(rules); });
    endpoint.host.changed("carrier");
    return done();
}

CarrierAccount account_in(const json& body) {
    CarrierAccount account;
    account.carrier = text_at(body, "carrier");
    account.username = text_at(body, "username");
    account.password = text_at(body, "password");
    if (body.contains("numbers")) {
        for (const json& number : list_at(body, "numbers")) {
            if (!number.is_string()) throw ApiError(400, "Each of \"numbers\" must be a string.");
            account.numbers.push_back(number);
        }
    }
    if (body.contains("webhook_url")) account.sms_url = text_at(body, "webhook_url");
    return account;
}

ApiResult add_account(const Endpoint& endpoint) {
    const CarrierAccount account = account_in(body_of(endpoint));
    ask_carrier([&] { endpoint.host.carrier().add_account(account); });
    endpoint.host.changed("carrier");
    return done();
}

ApiResult remove_account(const Endpoint& endpoint) {
    const std::string carrier = text_at(body_of(endpoint), "carrier");
    const std::string username = text_at(body_of(endpoint), "username");
    ask_carrier([&] { endpoint.host.carrier().remove_account(carrier, username); });
    endpoint.host.changed("carrier");
    return done();
}

ApiResult end_sessions(const Endpoint& endpoint) {
    ask_carrier([&] { endpoint.host.carrier().end_sessions(); });
    return done();
}

}  // namespace

void add_carrier_routes(Routes& routes) {
    routes.add("GET", "carrier", carrier);
    routes.add("PUT", "carrier/faults", set_faults);
    routes.add("POST", "carrier/accounts", add_account);
    routes.add("DELETE", "carrier/accounts", remove_account);
    routes.add("DELETE", "carrier/sessions", end_sessions);
}

}  // namespace mock_host
