#include "gateway/twilio/send_verdict.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "gateway/json_values.hpp"
#include "gateway/twilio/error_codes.hpp"

namespace send_text::twilio {
namespace {

using nlohmann::json;

constexpr std::int64_t credentials_code = 20003;
constexpr std::int64_t busy_code = 20429;

/// Twilio's own form of an error and RFC 9457's both call it `code`.
std::optional<std::int64_t> code_of(const json& answer) {
    return whole_number(member(&answer, "code"));
}

std::string reason_of(std::int64_t known_code) {
    return meaning_of_code(known_code)->reason;
}

std::string in_brackets(const HttpAnswer& answer, const std::optional<std::int64_t>& code) {
    return code ? " (code " + std::to_string(*code) + ")" : " (HTTP " + std::to_string(answer.status) + ")";
}

SendResult unknown(const std::string& what) {
    return {SendOutcome::unknown, {}, what + "; the text may or may not have been taken.", {}};
}

SendResult verdict_of_success(const json& body) {
    std::string sid(text_of(member(&body, "sid")));
    if (sid.empty()) return unknown("Twilio's answer names no message");
    return {SendOutcome::accepted, std::move(sid), {}, {}};
}

/// The statuses say by their definition (RFC 9110, 6585) that nothing was processed, unless they stand under
/// `unknown`.
SendResult verdict_by_status(const HttpAnswer& answer, const std::optional<std::int64_t>& code) {
    switch (answer.status) {
        case 425:
        case 429:
            return {SendOutcome::refused, {}, reason_of(busy_code), answer.retry_after_seconds};
        case 401:
            return {SendOutcome::line_stopped, {}, reason_of(credentials_code), {}};
        case 403:
            return {SendOutcome::line_stopped,
                    {},
                    "Twilio does not let this account text" + in_brackets(answer, code) +
                        ". Check in Twilio's console what the account and its API key may do.",
                    {}};
        case 301:
        case 307:
        case 308:
        case 404:
        case 405:
        case 410:
        case 421:
            // Not this text's fault: the next would fare the same, so it waits.
            return {SendOutcome::line_stopped,
                    {},
                    "Twilio does not know the account" + in_brackets(answer, code) +
                        ". Check the account SID, and Twilio's address in the settings.",
                    {}};
        case 400:
        case 413:
        case 414:
        case 422:
            return {SendOutcome::rejected,
                    {},
                    "Twilio does not accept this text" + in_brackets(answer, code) +
                        ". Check its length and number.",
                    {}};
        default:
            return unknown("Twilio gave an answer that makes no sense" + in_brackets(answer, code));
    }
}

}  // namespace

SendResult send_verdict(const HttpAnswer& answer) {
    const json body = parse_json(answer.body);
    if (answer.status >= 200 && answer.status < 300) return verdict_of_success(body);
    // What it says of itself after a time-out or an error of its own is no proof that it did nothing.
    if (answer.status == 408 || answer.status >= 500)
        return unknown("Twilio had an error (HTTP " + std::to_string(answer.status) + ")");
    const auto code = code_of(body);
    const CodeMeaning* meaning = code ? meaning_of_code(*code) : nullptr;
    const bool is_refusal = answer.status >= 400 && answer.status != 429;
    if (meaning == nullptr || !is_refusal) return verdict_by_status(answer, code);
    const bool may_be_tried_again = meaning->outcome == SendOutcome::refused;
    return {meaning->outcome,
            {},
            meaning->reason,
            may_be_tried_again ? answer.retry_after_seconds : std::nullopt,
            meaning->fact};
}

GatewayError call_failure(const HttpAnswer& answer) {
    using Kind = GatewayError::Kind;
    const auto code = code_of(parse_json(answer.body));
    if (answer.status == 408 || answer.status == 429 || answer.status >= 500 || code == busy_code) {
        return {Kind::unreachable,
                "Twilio is busy or broken" + in_brackets(answer, code) + ". Try again later."};
    }
    if (answer.status == 401 || answer.status == 403 || code == credentials_code)
        return {Kind::credentials_refused, reason_of(credentials_code)};
    if (answer.status == 404) {
        return {Kind::bad_answer, "Twilio does not know the account" + in_brackets(answer, code) +
                                      ". Check the account SID, and Twilio's address in the settings."};
    }
    if (code && answer.status >= 400)
        return {Kind::bad_answer, "Twilio refused the request" + in_brackets(answer, code) + "."};
    return {Kind::bad_answer, "What answered is not Twilio, or it answered nonsense" +
                                  in_brackets(answer, code) + ". Check Twilio's address in the settings."};
}

}  // namespace send_text::twilio
