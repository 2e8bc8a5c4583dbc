#include "delivery/search_window.hpp"

#include <limits>

namespace send_text {
namespace {

// What may be wrong with times that were converted.
constexpr Milliseconds clock_skew = std::chrono::minutes(10);
// A clock that was set right meanwhile, a time without its zone: so far back there is reason to doubt.
constexpr Milliseconds doubtful = std::chrono::hours(26);

/// When the oldest request of which it is not known what became of it began, by our clock as it goes now.
TimePoint begun_at(const Text& text, std::optional<Milliseconds> clock_ahead) {
    if (text.look_from.carrier_at > no_time && clock_ahead) return text.look_from.carrier_at + *clock_ahead;
    return text.look_from.at > no_time ? text.look_from.at : text.sending_since;
}

}  // namespace

SearchWindow search_window(const Text& text, TimePoint now, std::optional<Milliseconds> clock_ahead,
                           const std::optional<ListedLine::Ours>& last_before) {
    const TimePoint begun = begun_at(text, clock_ahead);
    SearchWindow window;
    window.same_words_from = std::min(begun, now) - clock_skew;
    // A request that is yet to begin was dated by a clock that was set back since: that tells nothing.
    const bool is_possible = begun <= now + clock_skew;
    window.doubt_from = is_possible ? begun - doubtful : TimePoint::min();
    window.other_words_from = window.doubt_from;
    if (last_before) {
        // The carrier had that text before it could have this one, and how much before is known.
        const Milliseconds distance = text.look_from.at - last_before->sending_since;
        if (distance >= Milliseconds::zero() && distance <= doubtful) {
            window.same_words_from =
                std::min(window.same_words_from, last_before->listed_at + distance - clock_skew);
        }
        const TimePoint bound = last_before->listed_at - out_of_order;
        window.same_words_from = std::max(window.same_words_from, bound);
        window.other_words_from = std::max(window.other_words_from, bound);
    }
    return window;
}

}  // namespace send_text
