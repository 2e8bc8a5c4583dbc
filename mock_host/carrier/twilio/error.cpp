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
        case code::not_complete:
            return 409;
        case code::not_found:
            return 404;
        case code::too_many_requests:
            return 429;
        default:
            return 400;
    }
}

int code_of(int status) {
    if (status == 401) return code::not_let_in;
    if (status == 405) return code::method_not_allowed;
    return 20000 + status;
}

ApiAnswer error(std::optional<int> error_code, int status, const std::string& message) {
    using nlohmann::json;
    ApiAnswer answer;
    answer.status = status;
    json error{{"message", message}, {"status", answer.status}};
    if (error_code) {
        error["code"] = *error_code;
        error["more_info"] = "https://www.twilio.com/docs/errors/" + std::to_string(*error_code);
    }
    // A message may repeat a parameter, UTF-8 or not.
    answer.body = error.dump(-1, ' ', false, json::error_handler_t::replace);
    answer.error_code = error_code;
    answer.error = message;
    if (answer.status == 401) answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Twilio API\"");
    return answer;
}

}  // namespace

ApiAnswer error_answer(std::optional<int> error_code, const std::string& message) {
    return error(error_code, error_code ? status_of(*error_code) : 400, message);
}

ApiAnswer service_error(int status, const std::string& message) {
    return error(code_of(status), status, message);
}

}  // namespace mock_host::twilio
