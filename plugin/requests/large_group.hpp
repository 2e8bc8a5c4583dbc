#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/time.hpp"

namespace send_text {

/// Whether carriers would rather not have so many texts at once: the original integration's advice is groups
/// of under 50.
bool is_large_group(std::size_t texts);

/// "a few seconds", "about 40 seconds", "about 4 minutes", "about 2 hours", "about 3 days".
std::string describe_duration(Seconds duration);

/// How long so many segments take at a line's pace, rounded up.
Seconds sending_time(std::int64_t segments, std::int64_t segments_per_minute);

/// What a sender is told of a large group, with a space in front; empty for a smaller one. `segments` are
/// those of its texts and of the texts that leave before its last one.
std::string describe_large_group(std::size_t texts, std::int64_t segments, std::int64_t segments_per_minute);

}  // namespace send_text
