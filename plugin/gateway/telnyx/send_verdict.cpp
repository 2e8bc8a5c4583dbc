#include "gateway/telnyx/send_verdict.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "gateway/failed_send.hpp"
#include "gateway/json_values.hpp"
#include "gateway/telnyx/error_codes.hpp"
#include "net/http_status.hpp"

namespace send_text::telnyx {
namespace {

using nlohmann::json;

constexpr std::int64_t key_refused_code = 10009;
constexpr std::int64_t busy_code = 10011;

constexpr const char* no_service =
    "Telnyx does not know what it was asked for. Check Telnyx's address in the settings.";

std::string in_brackets(const HttpAnswer& answer, const std::optional<Error>& error) {
    return error ? " (code " + std::to_string(error->code) + ")" : " (" + status_words(answer) + ")";
}

/// The status says what the code, which is not known here, does not.
SendResult verdict_on_unknown_code(const HttpAnswer& answer, const std::string& name) {
    switch (refused_part(answer.status)) {
        case RefusedPart::login:
        case RefusedPart::rights:
            return {
                SendOutcome::line_stopped, {}, meaning_of_code(key_refused_code)->reason + " " + name, {}};
        case RefusedPart::address:  // not this text's fault: the next would fare the same, so it waits
            return {SendOutcome::line_stopped, {}, std::string(no_service) + " " + name, {}};
        case RefusedPart::text:
            break;
    }
    return {SendOutcome::rejected, {}, "Telnyx does not accept this text. " + name, {}};
}

SendResult verdict_of_error(const HttpAnswer& answer, const Error& error, const std::string& body) {
    const auto meaning = meaning_of_code(error.code);
    if (!meaning) return verdict_on_unknown_code(answer, named_error(error, body));
    return refused_by_code(answer, *meaning);
}

}  // namespace

SendResult send_verdict(const HttpAnswer& answer, const std::string& body) {
    const json parsed = parse_json(answer.body);
    std::string id(id_of(member(member(&parsed, "data"), "id")));
    if (is_success(answer.status)) {
        if (id.empty()) return maybe_taken("Telnyx's answer names no message");
        return {SendOutcome::accepted, std::move(id), {}, {}};
    }
    const auto error = first_error(parsed);
    std::string no_proof = maybe_taken("Telnyx gave no usable answer (" + status_words(answer) + ")").reason;
    if (error) no_proof += " " + named_error(*error, body);
    FailedSend failed{
        .names_message = !id.empty(),
        .busy = meaning_of_code(busy_code)->reason,
        .not_the_carrier = describe_proxy("Telnyx", in_brackets(answer, error), "Telnyx's address"),
        .no_proof = std::move(no_proof)};
    if (error) failed.refusal = [&] { return verdict_of_error(answer, *error, body); };
    return failed_send(answer, failed);
}

void check_login(const HttpAnswer& answer) {
    using Kind = GatewayError::Kind;
    const json parsed = parse_json(answer.body);
    const json* data = member(&parsed, "data");
    if (is_success(answer.status) && data != nullptr) return;
    const auto error = first_error(parsed);
    const auto meaning = error ? meaning_of_code(error->code) : std::nullopt;
    const std::string detail = in_brackets(answer, error);
    if (is_busy_or_broken(answer.status) || (meaning && meaning->outcome == SendOutcome::refused))
        throw GatewayError(Kind::unreachable,
                           "Telnyx is busy or unavailable" + detail + ". Try again later.");
    if (answer.status == 401 || answer.status == 403) {
        throw GatewayError(Kind::credentials_refused,
                           error ? meaning_of_code(key_refused_code)->reason
                                 : "Telnyx, or a proxy on the way to it, refused the login" + detail +
                                       ". Check the account's API key under administration > external "
                                       "services.");
    }
    // Whose key is good is answered in Telnyx's own words, whatever it has to say besides.
    if (error && answer.status == 404) return;
    if (error && answer.status >= 400)
        throw GatewayError(Kind::bad_answer, "Telnyx refused the request" + detail + ".");
    throw GatewayError(Kind::bad_answer, "The answer did not come from Telnyx, or was invalid" + detail +
                                             ". Check Telnyx's address in the settings.");
}

}  // namespace send_text::telnyx
