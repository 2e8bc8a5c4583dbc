#include "gateway/twilio/send_verdict.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "gateway/carrier_words.hpp"
#include "gateway/failed_send.hpp"
#include "gateway/json_values.hpp"
#include "gateway/twilio/error_codes.hpp"
#include "net/http_status.hpp"

namespace send_text::twilio {
namespace {

using nlohmann::json;

constexpr std::int64_t min_code = 10'000;
constexpr std::int64_t credentials_code = 20003;
constexpr std::int64_t busy_code = 20429;

/// What an error of Twilio's own says.
struct Error {
    std::int64_t code;
    std::string words;
};

/// Twilio's own form of an error and RFC 9457's both have a `code` of five digits or more. Nothing for what
/// something else says, a proxy for example: that may well be JSON, with an HTTP status as its code.
std::optional<Error> error_of(const json& answer) {
    const auto code = whole_number(member(&answer, "code"));
    if (!code || *code < min_code) return std::nullopt;
    for (const char* const name : {"message", "detail", "title"}) {
        const std::string_view words = text_of(member(&answer, name));
        if (!words.empty()) return Error{*code, std::string(words)};
    }
    return Error{*code, {}};
}

std::string reason_of(std::int64_t known_code) {
    return meaning_of_code(known_code, {})->reason;
}

std::string in_brackets(const HttpAnswer& answer, const std::optional<Error>& error) {
    return error ? " (code " + std::to_string(error->code) + ")" : " (" + status_words(answer) + ")";
}

std::string no_usable_answer(const HttpAnswer& answer) {
    return "Twilio gave no usable answer (" + status_words(answer) + ")";
}

/// With what Twilio said of it, if anything.
SendResult no_proof(const HttpAnswer& answer, const std::string& name) {
    SendResult result = maybe_taken(no_usable_answer(answer));
    if (!name.empty()) result.reason += " " + name;
    return result;
}

SendResult verdict_of_success(const json& answer) {
    std::string sid(text_of(member(&answer, "sid")));
    if (sid.empty()) return maybe_taken("Twilio's answer names no message");
    return {SendOutcome::accepted, std::move(sid), {}, {}};
}

/// The status says what the code, which is not known here, does not.
SendResult verdict_on_unknown_code(const HttpAnswer& answer, const std::string& name) {
    switch (refused_part(answer.status)) {
        case RefusedPart::login:
            return {SendOutcome::line_stopped, {}, reason_of(credentials_code) + " " + name, {}};
        case RefusedPart::rights:
            return {
                SendOutcome::line_stopped,
                {},
                "Twilio does not let this account text. Check in Twilio's console what the account and its "
                "API key may do. " +
                    name,
                {}};
        case RefusedPart::address:
            // Not this text's fault: the next would fare the same, so it waits.
            return {SendOutcome::line_stopped,
                    {},
                    "Twilio does not know the account. Check the account SID, and Twilio's address in the "
                    "settings. " +
                        name,
                    {}};
        case RefusedPart::text:
            break;
    }
    return {SendOutcome::rejected, {}, "Twilio does not accept this text. " + name, {}};
}

SendResult verdict_of_error(const HttpAnswer& answer, const Error& error, const std::string& body) {
    const std::string words = shown_carrier_words(error.words, body);
    const auto meaning = meaning_of_code(error.code, words);
    if (!meaning) return verdict_on_unknown_code(answer, named_error(error.code, words));
    if (meaning->outcome == SendOutcome::unknown) return no_proof(answer, named_error(error.code, words));
    return refused_by_code(answer, *meaning);
}

}  // namespace

SendResult send_verdict(const HttpAnswer& answer, const std::string& body) {
    const json parsed = parse_json(answer.body);
    if (is_success(answer.status)) return verdict_of_success(parsed);
    const auto error = error_of(parsed);
    const std::string name =
        error ? named_error(error->code, shown_carrier_words(error->words, body)) : std::string();
    FailedSend failed{
        .names_message = !text_of(member(&parsed, "sid")).empty(),
        .busy = reason_of(busy_code),
        .not_the_carrier = describe_proxy("Twilio", in_brackets(answer, error), "Twilio's address"),
        .no_proof = no_proof(answer, name).reason};
    if (error) failed.refusal = [&] { return verdict_of_error(answer, *error, body); };
    return failed_send(answer, failed);
}

GatewayError call_failure(const HttpAnswer& answer) {
    using Kind = GatewayError::Kind;
    const auto error = error_of(parse_json(answer.body));
    if (is_busy_or_broken(answer.status) || (error && error->code == busy_code)) {
        return {Kind::unreachable,
                "Twilio is busy or unavailable" + in_brackets(answer, error) + ". Try again later."};
    }
    if (answer.status == 401 || answer.status == 403 || (error && error->code == credentials_code)) {
        if (!error) {
            return {
                Kind::credentials_refused,
                "Twilio, or a proxy on the way to it, refused the login" + in_brackets(answer, error) +
                    ". Check the account's SID and its auth token, or the API key's SID and secret, under "
                    "administration > external services."};
        }
        const auto meaning = meaning_of_code(error->code, {});
        const bool is_of_account = meaning && meaning->outcome == SendOutcome::line_stopped;
        return {Kind::credentials_refused, is_of_account ? meaning->reason : reason_of(credentials_code)};
    }
    if (answer.status == 404) {
        return {Kind::bad_answer, "Twilio does not know the account" + in_brackets(answer, error) +
                                      ". Check the account SID, and Twilio's address in the settings."};
    }
    if (error && answer.status >= 400)
        return {Kind::bad_answer, "Twilio refused the request" + in_brackets(answer, error) + "."};
    return {Kind::bad_answer, "The answer did not come from Twilio, or was invalid" +
                                  in_brackets(answer, error) + ". Check Twilio's address in the settings."};
}

}  // namespace send_text::twilio
