#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/e164.hpp"

namespace send_text {

/// The time zones (IANA names) in one of which a number lies: in North America those of its area
/// code, elsewhere those of its country and, of a landline, of its first digits; several where these span
/// several. An area code that nobody knows, which is a new one, may lie anywhere in the contiguous United
/// States. For a number without a place (toll-free, satellite): the fallback; and when that is empty, the
/// zones of the contiguous United States. Source: libphonenumber's time zone data, corrected
/// (packaging/refresh-time-zones).
std::vector<std::string> zones_of(const E164& number, const std::string& fallback_zone);

/// The same with | between them: a name of the place, by which to keep what was found of its hours. It may
/// look into the fallback.
std::string_view zone_list_of(const E164& number, std::string_view fallback_zone);

/// The zones of a list of zone_list_of.
std::vector<std::string> zones_in(std::string_view zone_list);

}  // namespace send_text
