#include "gateway/zipwhip/send_verdict.hpp"

#include <utility>

#include "gateway/carrier_words.hpp"
#include "gateway/http_status.hpp"
#include "gateway/json_values.hpp"
#include "gateway/zipwhip/status_code.hpp"

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

// " (code -99)", if there is a code.
std::string code_of(const Envelope& envelope) {
    return envelope.code ? " (code " + std::to_string(*envelope.code) + ")" : "";
}

// Code and words of a failure, as far as there are any: " (code -99): words.".
std::string told(const Envelope& envelope, const std::string& body) {
    std::string words = shown_carrier_words(envelope.words, body);
    while (words.ends_with('.'))
        words.pop_back();
    return code_of(envelope) + (words.empty() ? "" : ": " + words) + ".";
}

// What a status says by its definition, whoever answered.
SendResult verdict_by_status(const HttpAnswer& answer) {
    switch (answer.status) {
        case 503:
            // With Retry-After the carrier itself is busy. Without, a proxy may have lost its server half
            // way.
            if (!answer.retry_after_seconds) break;
            [[fallthrough]];
        case 408:
        case 425:
        case 429:
            return {SendOutcome::refused,
                    {},
                    "Zipwhip is busy (" + http_words(answer) + ").",
                    answer.retry_after_seconds};
        case 301:
        case 307:
        case 308:
            return no_zipwhip(answer);
        default:
            break;
    }
    if (says_nothing_was_done(answer.status)) {
        return {SendOutcome::not_the_carrier,
                {},
                "Something on the way to Zipwhip answered in its place, such as a proxy (" +
                    http_words(answer) + "). Check the network, and the base URL in the settings.",
                {}};
    }
    const bool is_success = answer.status >= 200 && answer.status < 300;
    return unknown("Zipwhip gave " + (is_success ? "an answer that makes no sense" : http_words(answer)));
}

// Zipwhip's own word that it failed, for a reason that is not known here.
SendResult verdict_of_failure(const HttpAnswer& answer, const Envelope& envelope, const std::string& body) {
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
    // Not tried again by itself, since nobody knows whether that could help.
    const bool is_sure =
        (answer.status >= 200 && answer.status < 300) || says_nothing_was_done(answer.status);
    if (!is_sure) return verdict_by_status(answer);
    return {
        SendOutcome::rejected,
        {},
        "Zipwhip did not take the text" + told(envelope, body) + " Check the number, or write again later.",
        {}};
}

// `tokens[].message` is the id, one token for the one recipient.
std::string message_id(const Envelope& envelope) {
    const nlohmann::json* tokens = member(&envelope.response, "tokens");
    if (tokens == nullptr || !tokens->is_array() || tokens->empty()) return {};
    return id_text(member(&tokens->front(), "message"));
}

bool is_good_status(const HttpAnswer& answer) {
    return answer.status >= 200 && answer.status < 300;
}

}  // namespace

// [?] How an invalid session is refused is not public: 401 or 403, words that name the session, or a failure
// without any reason. To log in again and ask again is safe in each case, since success is false.
bool refuses_session(const HttpAnswer& answer, const std::optional<Envelope>& envelope) {
    if (envelope && envelope->success) return false;
    if (envelope && envelope->speaks_of_session) return true;
    if (envelope && envelope->code && meaning_of_code(*envelope->code)) return false;
    if (answer.status == 401 || answer.status == 403) return true;
    return envelope && envelope->gives_no_reason && is_good_status(answer);
}

SendResult send_verdict(const HttpAnswer& answer, const std::optional<Envelope>& envelope,
                        const std::string& body) {
    if (!envelope) return verdict_by_status(answer);
    if (envelope->success) {
        std::string id = message_id(*envelope);
        if (!id.empty() && is_good_status(answer)) return {SendOutcome::accepted, std::move(id), {}, {}};
        // Without an id its way cannot be followed; the message list will tell.
        return {SendOutcome::unknown, {}, "Zipwhip took the text, it seems, but gave no message id.", {}};
    }
    const auto meaning = envelope->code ? meaning_of_code(*envelope->code) : std::nullopt;
    if (meaning) return {meaning->outcome, {}, meaning->reason, {}, meaning->fact};
    if (envelope->speaks_of_session) return {SendOutcome::line_stopped, {}, relog_in_advice, {}};
    return verdict_of_failure(answer, *envelope, body);
}

GatewayError call_failure(const HttpAnswer& answer, const std::optional<Envelope>& envelope) {
    using Kind = GatewayError::Kind;
    const bool is_known = envelope && envelope->code && meaning_of_code(*envelope->code);
    const bool is_passing = is_known && meaning_of_code(*envelope->code)->outcome == SendOutcome::unknown;
    if (is_passing || answer.status == 408 || answer.status == 429 || answer.status >= 500) {
        return {Kind::unreachable,
                "Zipwhip is busy or broken (" + http_words(answer) + "). Try again later."};
    }
    if (refuses_session(answer, envelope)) {
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
