#include "carrier/zipwhip/pacific_time.hpp"

namespace mock_host::zipwhip {

namespace {

using namespace std::chrono;

constexpr hours standard_offset{-8};
constexpr hours summer_offset{-7};

/// From 2 AM standard time on the second Sunday of March to 2 AM summer time on the first of November.
bool is_summer(Moment moment) {
    const year of = year_month_day(floor<days>(moment + standard_offset)).year();
    const auto begin = sys_days(of / March / Sunday[2]) + 2h - standard_offset;
    const auto end = sys_days(of / November / Sunday[1]) + 2h - summer_offset;
    return moment >= begin && moment < end;
}

}  // namespace

std::string to_iso_pacific(Moment moment) {
    const bool summer = is_summer(moment);
    std::string text = to_iso_utc(moment + (summer ? summer_offset : standard_offset));
    text.pop_back();  // the Z
    return text + (summer ? "-07:00" : "-08:00");
}

}  // namespace mock_host::zipwhip
