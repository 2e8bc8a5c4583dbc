#include "core/minute_text.hpp"

#include <array>
#include <cstdio>

namespace send_text {

std::string minute_text(TimePoint at) {
    using namespace std::chrono;
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss time{floor<minutes>(at - day)};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
    return text.data();
}

std::string time_of_day_text(std::chrono::minutes time_of_day) {
    const std::int64_t hour = time_of_day / std::chrono::hours(1) % 24;
    const std::int64_t minute = (time_of_day % std::chrono::hours(1)).count();
    return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + ":" + (minute < 10 ? "0" : "") +
           std::to_string(minute) + (hour < 12 ? " AM" : " PM");
}

}  // namespace send_text
