#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/time.hpp"
#include "delivery/listed_line.hpp"
#include "model/text.hpp"

namespace send_text {

/// What may be wrong with the order of a carrier's times: so much earlier may be listed what was taken later.
inline constexpr Milliseconds out_of_order = std::chrono::minutes(1);

/// Since when a listed message may be a text, by our clock as it goes now.
struct SearchWindow {
    TimePoint same_words_from{};   ///< with the text's words it is the text
    TimePoint doubt_from{};        ///< with the text's words it may be the text
    TimePoint other_words_from{};  ///< with other words it may be the text, altered by the carrier

    /// Back to here the list must be known for the text to be absent.
    TimePoint needed_from() const { return std::min(same_words_from, other_words_from); }

    TimePoint earliest() const { return std::min(doubt_from, needed_from()); }
};

/// `clock_ahead` is how far our clock is ahead of the carrier's, if that is measured; `last_before` what
/// the list has of our text before this one.
SearchWindow search_window(const Text& text, TimePoint now, std::optional<Milliseconds> clock_ahead,
                           const std::optional<ListedLine::Ours>& last_before);

}  // namespace send_text
