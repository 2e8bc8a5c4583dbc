#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/time.hpp"

namespace send_text {

/// The time in 2020-11-13T17:01:17Z, with a fraction, an offset (-07:00) or a blank for the
/// T if need be. A time without a zone is taken as UTC. Nothing if it is none of these.
std::optional<TimePoint> parse_iso_time(std::string_view text);

}  // namespace send_text
