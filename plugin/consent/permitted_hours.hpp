#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace send_text {

/// In which hours of the day a person may be texted, at the place where they are.
struct TextingHours {
    std::int64_t begin_minute = 8 * 60;  ///< of the day
    std::int64_t end_minute = 20 * 60;   ///< from it on not any more; 0 and 1440: always
};

/// The shortest hours that numbers of every North American area code have some of: where it is not certain in
/// which of several time zones a number lies, it is texted in the hours of all of them, and these lie up to
/// three hours apart.
inline constexpr std::int64_t min_hours_minutes = 4 * 60;

/// From when on somebody may be texted who is in one of these time zones (IANA names; at least one): now, or
/// the next moment at which it is within the hours in all of them. A zone that the system does not know
/// counts as UTC-5 to UTC-8, the zones of the contiguous United States.
///
/// Zones that lie further apart than the hours are long (a Russian mobile may be in any of eleven) never are
/// within them together. Then the outermost are left out, until those in the middle are: a text that never
/// left would be worse. Hours that are shorter than min_hours_minutes cannot be set; where such ones
/// never meet it is a moment more than eight days away, at which to ask again. Throws std::runtime_error,
/// with words for people, when the system has no time zones. Any thread; the first call reads the system's
/// list of zones, later ones each zone's file once.
std::int64_t permitted_from_ms(const std::vector<std::string>& zones, const TextingHours& hours,
                               std::int64_t now_ms);

}  // namespace send_text
