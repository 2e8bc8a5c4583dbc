#include <nlohmann/json.hpp>

#include "mock_host/loader/time_text.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;
constexpr std::int64_t most_days = 40;

ApiResult advance(const Endpoint& endpoint) {
    const std::string text = text_at(body_of(endpoint), "advance");
    const auto milliseconds = milliseconds_from_duration(text);
    if (!milliseconds || *milliseconds <= 0) {
        throw ApiError(400, "\"" + text + "\" is not a time to move the clock by, such as 90s, 1h or 1d.");
    }
    if (*milliseconds > most_days * day_ms) {
        throw ApiError(400, "The clock moves by at most " + std::to_string(most_days) + " days at once.");
    }
    endpoint.host.advance_clock(*milliseconds);
    return json_result({{"clock", iso_seconds_from_milliseconds(endpoint.host.now_ms())}});
}

}  // namespace

void add_clock_routes(Routes& routes) {
    routes.add("POST", "clock", advance);
}

}  // namespace mock_host
