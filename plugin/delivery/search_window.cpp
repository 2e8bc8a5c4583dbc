#include "delivery/search_window.hpp"

#include <limits>

namespace send_text {
namespace {

constexpr std::int64_t clock_skew_ms = 10 * 60 * 1000;  // what may be wrong with times that were converted
// A clock that was set right meanwhile, a time without its zone: so far back there is reason to doubt.
constexpr std::int64_t doubtful_ms = 26 * 3600 * 1000;
constexpr std::int64_t out_of_order_ms = 60 * 1000;  // what may be wrong with the order of a carrier's times

/// When the oldest request of which it is not known what became of it began, by our clock as it goes now.
std::int64_t begun_ms(const Text& text, std::optional<std::int64_t> clock_ahead_ms) {
    if (text.look_from.carrier_ms > 0 && clock_ahead_ms) return text.look_from.carrier_ms + *clock_ahead_ms;
    return text.look_from.ms > 0 ? text.look_from.ms : text.sending_since_ms;
}

}  // namespace

SearchWindow search_window(const Text& text, std::int64_t now_ms, std::optional<std::int64_t> clock_ahead_ms,
                           const std::optional<ListedLine::Ours>& last_before) {
    const std::int64_t begun = begun_ms(text, clock_ahead_ms);
    SearchWindow window;
    window.same_words_from_ms = std::min(begun, now_ms) - clock_skew_ms;
    // A request that is yet to begin was dated by a clock that was set back since: that tells nothing.
    const bool is_possible = begun <= now_ms + clock_skew_ms;
    window.doubt_from_ms = is_possible ? begun - doubtful_ms : std::numeric_limits<std::int64_t>::min();
    window.other_words_from_ms = window.doubt_from_ms;
    if (last_before) {
        // The carrier had that text before it could have this one, and how much before is known.
        const std::int64_t distance_ms = text.look_from.ms - last_before->sending_since_ms;
        if (distance_ms >= 0 && distance_ms <= doubtful_ms) {
            window.same_words_from_ms =
                std::min(window.same_words_from_ms, last_before->listed_ms + distance_ms - clock_skew_ms);
        }
        const std::int64_t bound_ms = last_before->listed_ms - out_of_order_ms;
        window.same_words_from_ms = std::max(window.same_words_from_ms, bound_ms);
        window.other_words_from_ms = std::max(window.other_words_from_ms, bound_ms);
    }
    return window;
}

}  // namespace send_text
