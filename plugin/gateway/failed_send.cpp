#include "gateway/failed_send.hpp"

#include "net/http_status.hpp"

namespace send_text {

SendResult failed_send(const HttpAnswer& answer, const FailedSend& failed) {
    switch (failed.names_message ? Proof::none : proof_of(answer.status)) {
        case Proof::none:
            break;
        case Proof::come_again:
            return {SendOutcome::refused, {}, failed.busy, answer.retry_after};
        case Proof::not_carried_out:
            if (failed.refusal) return failed.refusal();
            return {SendOutcome::not_the_carrier, {}, failed.not_the_carrier, {}};
    }
    return {SendOutcome::unknown, {}, failed.no_proof, {}};
}

SendResult refused_by_code(const HttpAnswer& answer, const CodeMeaning& meaning) {
    const bool may_be_tried_again = meaning.outcome == SendOutcome::refused;
    return {meaning.outcome,
            {},
            meaning.reason,
            may_be_tried_again ? answer.retry_after : std::nullopt,
            meaning.fact};
}

SendResult maybe_taken(const std::string& what) {
    return {SendOutcome::unknown, {}, what + "; the text may or may not have been accepted.", {}};
}

std::string describe_proxy(const std::string& carrier, const std::string& detail, const std::string& where) {
    return "A proxy, or another program on the way to " + carrier + ", answered in its place" + detail +
           ". Check the network, and " + where + " in the settings.";
}

RefusedPart refused_part(int status) {
    switch (status) {
        case 401:
            return RefusedPart::login;
        case 403:
            return RefusedPart::rights;
        case 404:
        case 405:
        case 410:
        case 421:
            return RefusedPart::address;
        default:
            return RefusedPart::text;
    }
}

bool is_busy_or_broken(int status) {
    return status == 408 || status == 429 || status >= 500;
}

std::string status_words(const HttpAnswer& answer) {
    return "HTTP " + std::to_string(answer.status);
}

}  // namespace send_text
