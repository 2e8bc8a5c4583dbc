#include "delivery/handed_to.hpp"

#include "gateway/carrier.hpp"

namespace send_text {
namespace {

std::string describe(const CarrierAccount& account) {
    return carrier_label(account.carrier) + " (account " + account.name + ")";
}

}  // namespace

bool was_handed_to(const Text& text, const LineAccount& account) {
    if (!text.handed_to.carrier.empty()) return text.handed_to == account.id;
    // Of a text that no request is known of, or of one before accounts were noted with texts.
    const std::int64_t since_ms = text.look_from.ms > 0 ? text.look_from.ms : text.sending_since_ms;
    return account.created_ms <= since_ms;
}

std::string refusal_by(const Text& text, const LineAccount& account) {
    const bool is_known = !text.handed_to.carrier.empty();
    const std::string before = is_known ? describe(text.handed_to) : "the account that the line had then";
    const std::string where = is_known ? carrier_label(text.handed_to.carrier) : "that account's carrier";
    return "and it was handed to " + before + ", while the line texts through " + describe(account.id) +
           " now, which cannot tell. Check in the application of " + where + " whether it was sent.";
}

}  // namespace send_text
