#include "gateway/no_answer.hpp"

namespace send_text {

SendResult send_without_answer(const HttpError& error) {
    const bool is_sent = error.kind() != HttpError::Kind::not_sent;
    if (error.is_cancelled())
        return {is_sent ? SendOutcome::ended_meanwhile : SendOutcome::ended_before, {}, error.what(), {}};
    return {is_sent ? SendOutcome::unknown : SendOutcome::refused, {}, error.what(), {}};
}

void throw_no_answer(const HttpError& error) {
    if (error.is_cancelled()) throw Cancelled(error.what());
    throw GatewayError(GatewayError::Kind::unreachable, error.what());
}

}  // namespace send_text
