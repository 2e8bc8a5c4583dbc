#include "carrier/twilio/error.hpp"

#include <nlohmann/json.hpp>

namespace mock_host::twilio {

namespace {

int status_of(int error_code) {
    switch (error_code) {
        case code::not_let_in:
            return 401;
        case code::method_not_allowed:
            return 405;
        case code::not_found:
            return 404;
        case code::too_many_requests:
            return 429;
        default:
            return 400;
    }
}

}  // namespace

ApiAnswer error_answer(int error_code, const std::string& message) {
    using nlohmann::json;
    ApiAnswer answer;
    answer.status = status_of(error_code);
    const json error{{"code", error_code},
                     {"message", message},
                     {"more_info", "https://www.twilio.com/docs/errors/" + std::to_string(error_code)},
                     {"status", answer.status}};
    // A message may repeat a parameter, UTF-8 or not.
    answer.body = error.dump(-1, ' ', false, json::error_handler_t::replace);
    if (answer.status == 401) answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Twilio API\"");
    return answer;
}

}  // namespace mock_host::twilio
