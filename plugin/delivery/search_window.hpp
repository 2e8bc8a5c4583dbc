#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "delivery/listed_line.hpp"
#include "model/text.hpp"

namespace send_text {

/// Since when a listed message may be a text, by our clock as it goes now.
struct SearchWindow {
    std::int64_t same_words_from_ms = 0;   ///< with the text's words it is the text
    std::int64_t doubt_from_ms = 0;        ///< with the text's words it may be the text
    std::int64_t other_words_from_ms = 0;  ///< with other words it may be the text, altered by the carrier

    /// Back to here the list must be known for the text to be absent.
    std::int64_t needed_from_ms() const { return std::min(same_words_from_ms, other_words_from_ms); }

    std::int64_t earliest_ms() const { return std::min(doubt_from_ms, needed_from_ms()); }
};

/// `clock_ahead_ms` is how far our clock is ahead of the carrier's, if that is measured; `last_before` what
/// the list has of our text before this one.
SearchWindow search_window(const Text& text, std::int64_t now_ms, std::optional<std::int64_t> clock_ahead_ms,
                           const std::optional<ListedLine::Ours>& last_before);

}  // namespace send_text
