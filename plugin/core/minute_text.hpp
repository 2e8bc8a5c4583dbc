#pragma once

#include <string>

#include "core/time.hpp"

namespace send_text {

/// A time as people read it, in UTC: "2026-03-02 15:04".
std::string minute_text(TimePoint at);

/// A time of the day, since midnight, as people read it: "8:00 AM".
std::string time_of_day_text(std::chrono::minutes time_of_day);

}  // namespace send_text
