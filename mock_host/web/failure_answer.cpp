#include "mock_host/web/failure_answer.hpp"

#include "mock_host/staffing/errors.hpp"
#include "mock_host/web/running_host.hpp"
#include "staffing_cpp/status_error.hpp"

namespace mock_host {

namespace {

template <class... Kinds>
bool is_one_of(const std::exception& failure) {
    return ((dynamic_cast<const Kinds*>(&failure) != nullptr) || ...);
}

/// Not theirs to ask for.
bool is_forbidden(const std::exception& failure) {
    const auto* const error = dynamic_cast<const staffing::StatusError*>(&failure);
    return error != nullptr && (error->status() == STAFFING_STATUS_PERMISSION_DENIED ||
                                error->status() == STAFFING_STATUS_NOT_LOGGED_IN);
}

int status_of(const std::exception& failure) {
    if (is_forbidden(failure)) return 403;
    if (is_one_of<NotFound>(failure)) return 404;
    if (is_one_of<InvalidInput, std::invalid_argument, staffing::StatusError, NoPlugin>(failure)) return 409;
    if (is_one_of<nlohmann::json::exception>(failure)) return 400;
    return 500;
}

std::string words_of(const std::exception& failure) {
    const std::string words = failure.what();
    if (is_one_of<nlohmann::json::exception>(failure)) return "The request is invalid: " + words;
    return words.empty() ? "The mock host failed without saying why." : words;
}

}  // namespace

ApiResult failure_answer(const std::exception& failure) {
    ApiResult result;
    nlohmann::json body = nlohmann::json::object();
    if (const auto* const error = dynamic_cast<const ApiError*>(&failure)) {
        result.status = error->status();
        body = error->more();
        body["error"] = error->what();
    } else {
        result.status = status_of(failure);
        body["error"] = words_of(failure);
    }
    result.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return result;
}

}  // namespace mock_host
