#include "delivery/handed_to.hpp"

#include "core/time.hpp"
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
    const TimePoint since = text.look_from.at > no_time ? text.look_from.at : text.sending_since;
    return account.created_at <= since;
}

std::string refusal_by(const Text& text, const LineAccount& account) {
    const bool is_known = !text.handed_to.carrier.empty();
    const std::string before = is_known ? describe(text.handed_to) : "the account that the line had then";
    const std::string where = is_known ? carrier_label(text.handed_to.carrier) : "that account's carrier";
    return "and it was handed to " + before + ", while the line texts through " + describe(account.id) +
           " now, which cannot tell. Check in the application of " + where + " whether it was sent.";
}

}  // namespace send_text
