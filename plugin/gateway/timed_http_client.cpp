#include "gateway/timed_http_client.hpp"
#include "core/time.hpp"

#include <utility>

namespace send_text {

TimedHttpClient::TimedHttpClient(std::unique_ptr<HttpClient> http,
                                 std::shared_ptr<CarrierClock> carrier_clock, const Clock& clock)
    : http_(std::move(http)), carrier_clock_(std::move(carrier_clock)), clock_(clock) {}

HttpAnswer TimedHttpClient::post(const std::string& path, const Form& form) {
    return timed([&] { return http_->post(path, form); });
}

HttpAnswer TimedHttpClient::get(const std::string& path, const Form& form) {
    return timed([&] { return http_->get(path, form); });
}

HttpAnswer TimedHttpClient::post_json(const std::string& path, const std::string& body) {
    return timed([&] { return http_->post_json(path, body); });
}

/// A refusal or an error may come from a proxy on the way, which has a clock of its own.
template <class Ask>
HttpAnswer TimedHttpClient::timed(Ask ask) {
    const TimePoint asked_at = clock_.now();
    HttpAnswer answer = ask();
    const bool is_success = answer.status >= 200 && answer.status < 300;
    if (is_success && answer.dated_at) carrier_clock_->dated({asked_at, clock_.now()}, *answer.dated_at);
    return answer;
}

}  // namespace send_text
