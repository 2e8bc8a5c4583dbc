#include "gateway/zipwhip/send_verdict.hpp"

#include <utility>

#include "gateway/carrier_words.hpp"
#include "gateway/json_values.hpp"
#include "gateway/zipwhip/status_code.hpp"
#include "net/http_status.hpp"

namespace send_text::zipwhip {

namespace {

constexpr const char* relog_in_advice =
    "Zipwhip does not let this account in. Check its username and password in the settings.";

std::string http_words(const HttpAnswer& answer) {
    return "HTTP " + std::to_string(answer.status);
}

SendResult unknown(const std::string& what) {
    return {SendOutcome::unknown, {}, what + "; the text may or may not have been taken.", {}};
}

// Not this text's fault: the next would fare the same, so it waits.
SendResult no_zipwhip(const HttpAnswer& answer) {
    return {SendOutcome::line_stopped,
            {},
            "What answers at the base URL in the settings is not Zipwhip (" + http_words(answer) +
                "). Check the URL.",
            {}};
}

SendResult not_the_carrier(const HttpAnswer& answer) {
    return {SendOutcome::not_the_carrier,
            {},
            "Something between here and Zipwhip, such as a proxy, answered in its place (" +
                http_words(answer) + "). Check the network, and the base URL in the settings.",
            {}};
}

// " (code -99)", if there is a code.
std::string code_of(const Envelope& envelope) {
    return envelope.code ? " (code " + std::to_string(*envelope.code) + ")" : "";
}

// Code and words of a failure, as far as there are any: " (code -99): words".
std::string told(const Envelope& envelope, const std::string& body) {
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
    switch (answer.status) {
        case 401:
        case 403:
            return {SendOutcome::line_stopped, {}, relog_in_advice, {}};
        case 404:
        case 405:
        case 410:
        case 421:
            return no_zipwhip(answer);
        default:
            break;
    }
    // Whatever happens has HTTP 200, also what happens when the text has been taken.
    if (is_success(answer.status)) return unknown("Zipwhip reported a failure" + told(envelope, body));
    // Not tried again by itself, since nobody knows whether that could help.
    return {
        SendOutcome::rejected,
        {},
        "Zipwhip did not take the text" + told(envelope, body) + ". Check the number, or write again later.",
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
        return {SendOutcome::unknown, {}, "Zipwhip took the text, it seems, but gave no message id.", {}};
    }
    if (is_success(answer.status)) {
        return envelope ? verdict_of_failure(answer, *envelope, body)
                        : unknown("Zipwhip gave an answer that makes no sense");
    }
    switch (proof_of(answer.status)) {
        case Proof::none:
            break;
        case Proof::come_again:
            return {SendOutcome::refused,
                    {},
                    "Zipwhip is busy (" + http_words(answer) + ").",
                    answer.retry_after_seconds};
        case Proof::not_carried_out:
            return envelope ? verdict_of_failure(answer, *envelope, body) : not_the_carrier(answer);
    }
    return unknown("Zipwhip gave no usable answer (" + http_words(answer) + ")" +
                   (envelope ? told(*envelope, body) : ""));
}

GatewayError call_failure(const HttpAnswer& answer, const std::optional<Envelope>& envelope) {
    using Kind = GatewayError::Kind;
    const bool is_known = envelope && envelope->code && meaning_of_code(*envelope->code);
    const bool is_passing = is_known && meaning_of_code(*envelope->code)->outcome == SendOutcome::unknown;
    if (is_passing || answer.status == 408 || answer.status == 429 || answer.status >= 500) {
        return {Kind::unreachable,
                "Zipwhip is busy or broken (" + http_words(answer) + "). Try again later."};
    }
    if (may_refuse_session(answer, envelope)) {
        return {Kind::credentials_refused,
                envelope ? relog_in_advice
                         : "Zipwhip, or a proxy on the way to it, does not let this account in (" +
                               http_words(answer) + "). Check its username and password in the settings."};
    }
    if (envelope && !envelope->success) {
        return {Kind::bad_answer,
                "Zipwhip refused the request and gave no reason that is known" + code_of(*envelope) + "."};
    }
    return {Kind::bad_answer, "What answered is not Zipwhip, or it answered nonsense (" + http_words(answer) +
                                  "). Check the base URL in the settings."};
}

}  // namespace send_text::zipwhip
