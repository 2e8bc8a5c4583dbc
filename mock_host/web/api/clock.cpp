#include <nlohmann/json.hpp>

#include "mock_host/loader/time_text.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// Time passes ("advance"), or the host's clock is set and no time passes ("set").

namespace mock_host {

using nlohmann::json;

namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;
constexpr std::int64_t max_days = 40;
constexpr std::int64_t max_days_wrong = 3660;

void advance(RunningHost& host, const std::string& text) {
    const auto milliseconds = milliseconds_from_duration(text);
    if (!milliseconds || *milliseconds <= 0) {
        throw ApiError(400, "\"" + text + "\" is not a duration such as 90s, 1h or 1d.");
    }
    if (*milliseconds > max_days * day_ms) {
        throw ApiError(400, "The clock moves by at most " + std::to_string(max_days) + " days at once.");
    }
    host.advance_clock(*milliseconds);
}

std::int64_t wrong_by(const json& wanted, const char* key) {
    if (!wanted.contains(key)) return 0;
    const std::string text = text_at(wanted, key);
    const auto milliseconds = milliseconds_from_duration(text);
    if (!milliseconds || *milliseconds > max_days_wrong * day_ms) {
        throw ApiError(400, "\"" + text + "\" is not a duration that a clock can be " + key +
                                " by: enter one such as 90s, 1h or 30d, of at most " +
                                std::to_string(max_days_wrong) + " days.");
    }
    return *milliseconds;
}

void set(RunningHost& host, const json& wanted) {
    if (wanted.contains("ahead") && wanted.contains("behind")) {
        throw ApiError(400, "A clock is \"ahead\" or \"behind\", not both.");
    }
    host.set_clock_ahead(wrong_by(wanted, "ahead") - wrong_by(wanted, "behind"));
}

ApiResult change(const Endpoint& endpoint) {
    const json& body = body_of(endpoint);
    RunningHost& host = endpoint.host;
    if (body.contains("set")) {
        set(host, object_at(body, "set"));
    } else {
        advance(host, text_at(body, "advance"));
    }
    return json_result({{"clock", iso_seconds_from_milliseconds(host.now_ms())}});
}

}  // namespace

void add_clock_routes(Routes& routes) {
    routes.add("POST", "clock", change);
}

}  // namespace mock_host
