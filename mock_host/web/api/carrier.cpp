#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "mock_host/web/api/carrier_call.hpp"
#include "mock_host/web/api/input.hpp"
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
        throw ApiError(e.status(), "The carrier simulator refuses: " + e.reason() + ".");
    } catch (const std::runtime_error& e) {
        throw ApiError(502, "That cannot be done: " + std::string(e.what()) + ".");
    }
}

namespace {

constexpr std::ptrdiff_t most_shown = 500;

json newest(const json& list) {
    const auto size = static_cast<std::ptrdiff_t>(list.size());
    return json(json::array_t(list.begin() + std::max<std::ptrdiff_t>(0, size - most_shown), list.end()));
}

ApiResult carrier(const Endpoint& endpoint) {
    const CarrierControl& control = endpoint.host.carrier();
    json answer{{"url", endpoint.host.carrier_url()}};
    ask_carrier([&] {
        answer["faults"] = control.faults();
        answer["requests"] = newest(control.requests());
        answer["callbacks"] = newest(control.callbacks());
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

}  // namespace

void add_carrier_routes(Routes& routes) {
    routes.add("GET", "carrier", carrier);
    routes.add("PUT", "carrier/faults", set_faults);
}

}  // namespace mock_host
