#include "gateway/zipwhip/send_verdict.hpp"

#include <utility>

#include "gateway/carrier_words.hpp"
#include "gateway/failed_send.hpp"
#include "gateway/json_values.hpp"
#include "gateway/zipwhip/status_code.hpp"
#include "net/http_status.hpp"

namespace send_text::zipwhip {

namespace {

constexpr const char* relog_in_advice =
    "Zipwhip refused the login. Check the account's username and password under administration > external "
    "services.";

// Not this text's fault: the next would fare the same, so it waits.
SendResult no_zipwhip(const HttpAnswer& answer) {
    return {SendOutcome::line_stopped,
            {},
            "The server at the base URL in the settings is not Zipwhip (" + status_words(answer) +
                "). Check the URL.",
            {}};
}

// " (code -99)", if there is a code.
std::string code_of(const Envelope& envelope) {
    return envelope.code ? " (code " + std::to_string(*envelope.code) + ")" : "";
}

// Code and words of a failure, as far as there are any: " (code -99): words".
std::string code_and_words_of(const Envelope& envelope, const std::string& body) {
    std::string words = shown_carrier_words(envelope.words, body);
    while (words.ends_with('.'))
        words.pop_back();
    return code_of(envelope) + (words.empty() ? "" : ": " + words);
}

// Zipwhip's own word that it failed, with a status that does not rule out that nothing was taken.
SendResult verdict_of_failure(const HttpAnswer& answer, const Envelope& envelope, const std::string& body) {
    const auto meaning = envelope.code ? meaning_of_code(*envelope.code) : std::nullopt;
    if (meaning) return {meaning->outcome, {}, meaning->reason, {}, meaning->fact};
    if (envelope.speaks_of_session) return {SendOutcome::line_stopped, {}, relog_in_advice, {}};
    switch (refused_part(answer.status)) {
        case RefusedPart::login:
        case RefusedPart::rights:
            return {SendOutcome::line_stopped, {}, relog_in_advice, {}};
        case RefusedPart::address:
            return no_zipwhip(answer);
        case RefusedPart::text:
            break;
    }
    // Whatever happens has HTTP 200, also what happens when the text has been taken.
    if (is_success(answer.status))
        return maybe_taken("Zipwhip reported a failure" + code_and_words_of(envelope, body));
    // Not tried again by itself, since nobody knows whether that could help.
    return {SendOutcome::rejected,
            {},
            "Zipwhip did not accept the text" + code_and_words_of(envelope, body) +
                ". Check the number, or write again later.",
            {}};
}

// `tokens[].message` is the id, one token for the one recipient.
std::string message_id(const Envelope& envelope) {
    const nlohmann::json* tokens = member(&envelope.response, "tokens");
    if (tokens == nullptr || !tokens->is_array() || tokens->empty()) return {};
    return id_text(member(&tokens->front(), "message"));
}

}  // namespace

// [?] How an invalid session is refused is not public: 401 or 403, or words that name the session.
bool refuses_session(const HttpAnswer& answer, const std::optional<Envelope>& envelope) {
    if (envelope && envelope->success) return false;
    if (envelope && envelope->code && meaning_of_code(*envelope->code)) return false;
    if (answer.status == 401 || answer.status == 403) return true;
    const bool is_own_word = is_success(answer.status) || proof_of(answer.status) == Proof::not_carried_out;
    return envelope && envelope->speaks_of_session && is_own_word;
}

bool may_refuse_session(const HttpAnswer& answer, const std::optional<Envelope>& envelope) {
    return refuses_session(answer, envelope) ||
           (envelope && envelope->gives_no_reason && is_success(answer.status));
}

SendResult send_verdict(const HttpAnswer& answer, const std::optional<Envelope>& envelope,
                        const std::string& body) {
    if (envelope && envelope->success) {
        std::string id = message_id(*envelope);
        if (!id.empty() && is_success(answer.status)) return {SendOutcome::accepted, std::move(id), {}, {}};
        // Without an id its way cannot be followed; the message list will tell.
        return {
            SendOutcome::unknown, {}, "Zipwhip seems to have accepted the text, but gave no message id.", {}};
    }
    if (is_success(answer.status)) {
        return envelope ? verdict_of_failure(answer, *envelope, body)
                        : maybe_taken("Zipwhip gave an invalid answer");
    }
    const std::string status = " (" + status_words(answer) + ")";
    FailedSend failed{.busy = "Zipwhip is busy" + status + ".",
                      .not_the_carrier = describe_proxy("Zipwhip", status, "the base URL"),
                      .no_proof = maybe_taken("Zipwhip gave no usable answer" + status +
                                              (envelope ? code_and_words_of(*envelope, body) : std::string()))
                                      .reason};
    if (envelope) failed.refusal = [&] { return verdict_of_failure(answer, *envelope, body); };
    return failed_send(answer, failed);
}

GatewayError call_failure(const HttpAnswer& answer, const std::optional<Envelope>& envelope) {
    using Kind = GatewayError::Kind;
    const bool is_known = envelope && envelope->code && meaning_of_code(*envelope->code);
    const bool is_passing = is_known && meaning_of_code(*envelope->code)->outcome == SendOutcome::unknown;
    if (is_passing || is_busy_or_broken(answer.status)) {
        return {Kind::unreachable,
                "Zipwhip is busy or unavailable (" + status_words(answer) + "). Try again later."};
    }
    if (may_refuse_session(answer, envelope)) {
        return {Kind::credentials_refused, envelope
                                               ? relog_in_advice
                                               : "Zipwhip, or a proxy on the way to it, refused the login (" +
                                                     status_words(answer) +
                                                     "). Check the account's username and password under "
                                                     "administration > external services."};
    }
    if (envelope && !envelope->success) {
        return {Kind::bad_answer,
                "Zipwhip refused the request and gave no known reason" + code_of(*envelope) + "."};
    }
    return {Kind::bad_answer, "The answer did not come from Zipwhip, or was invalid (" +
                                  status_words(answer) + "). Check the base URL in the settings."};
}

}  // namespace send_text::zipwhip
