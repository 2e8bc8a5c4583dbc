#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// A time as people read it, in UTC: "2026-03-02 15:04".
std::string minute_text(std::int64_t at_ms);

/// A minute of the day as people read it: "8:00 AM".
std::string time_of_day_text(std::int64_t minute_of_day);

}  // namespace send_text
