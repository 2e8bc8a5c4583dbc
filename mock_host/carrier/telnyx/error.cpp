#include "carrier/telnyx/error.hpp"

#include <nlohmann/json.hpp>

namespace mock_host::telnyx {

namespace {

using nlohmann::json;

int status_of(int error_code) {
    switch (error_code) {
        case code::not_let_in:
            return 401;
        case code::not_permitted:
            return 403;
        case code::not_found:
            return 404;
        case code::opted_out:
            return 409;
        case code::too_many_requests:
            return 429;
        case code::unexpected:
            return 500;
        case code::bad_request:
            return 400;
        default:
            return error_code < 40000 ? 422 : 400;
    }
}

int code_of_status(int status) {
    switch (status) {
        case 401:
            return code::not_let_in;
        case 403:
            return code::not_permitted;
        case 404:
            return code::not_found;
        case 429:
            return code::too_many_requests;
        default:
            return status < 500 ? code::bad_request : code::unexpected;
    }
}

ApiAnswer error(std::optional<int> error_code, int status, const std::string& detail) {
    ApiAnswer answer;
    answer.status = status;
    json error{{"detail", detail}};
    if (error_code) {
        const std::string name = std::to_string(*error_code);
        error["code"] = name;
        error["title"] = title_of(*error_code);
        error["meta"] = {{"url", "https://developers.telnyx.com/docs/overview/errors/" + name}};
    }
    // A detail may repeat a parameter, UTF-8 or not.
    answer.body = json{{"errors", json::array({error})}}.dump(-1, ' ', false, json::error_handler_t::replace);
    answer.error_code = error_code;
    answer.error = detail;
    return answer;
}

}  // namespace

std::string title_of(int error_code) {
    switch (error_code) {
        case code::invalid_number:
            return "Invalid phone number";
        case code::invalid_url:
            return "Invalid URL";
        case code::parameter_missing:
            return "Missing required parameter";
        case code::not_found:
            return "Resource not found";
        case code::unexpected:
            return "Unexpected error";
        case code::not_let_in:
            return "Authentication failed";
        case code::not_permitted:
            return "Authorization failed";
        case code::too_many_requests:
            return "Too many requests";
        case code::bad_request:
            return "Bad Request";
        case code::not_e164:
            return "Phone number must be in +E.164 format";
        case code::invalid_value:
            return "Invalid value";
        case code::not_routable:
            return "Not routable";
        case code::spam_for_now:
            return "Blocked as spam - temporary";
        case 40003:
            return "Blocked as spam - permanent";
        case code::rejected:
            return "Rejected by destination";
        case code::expired:
            return "Message expired during transmission";
        case 40006:
            return "Recipient server unavailable";
        case code::undeliverable:
            return "Undeliverable";
        case code::invalid_body:
            return "Invalid message body";
        case 40011:
            return "Too many requests";
        case code::opted_out:
            return "Blocked due to STOP message";
        case code::too_large:
            return "Message too large";
        case code::from_not_ours:
            return "Invalid 'from' address";
        case code::invalid_to:
            return "Invalid 'to' address";
        case code::cannot_be_cancelled:
            return "Message cannot be cancelled";
        default:
            return "Unknown error";
    }
}

ApiAnswer error_answer(std::optional<int> error_code, const std::string& detail) {
    return error(error_code, error_code ? status_of(*error_code) : 400, detail);
}

ApiAnswer service_error(int status, const std::string& detail) {
    return error(code_of_status(status), status, detail);
}

}  // namespace mock_host::telnyx
