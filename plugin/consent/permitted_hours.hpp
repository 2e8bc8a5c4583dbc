#pragma once

#include <string>
#include <vector>

#include "core/texting_hours.hpp"
#include "core/time.hpp"

namespace send_text {

/// From when on somebody may be texted who is in one of these time zones (IANA names; at least one): now, or
/// the next moment at which it is within the hours in all of them. A zone that the system does not know
/// counts as UTC-5 to UTC-8, the zones of the contiguous United States.
///
/// Zones that lie further apart than the hours are long (a Russian mobile may be in any of eleven) never are
/// within them together. Then the outermost are left out, until those in the middle are: a text that never
/// left would be worse. Hours that are shorter than min_texting_hours cannot be set; where such ones
/// never meet it is a moment more than eight days away, at which to ask again. Throws std::runtime_error,
/// with words for people, when the system has no time zones. Any thread; the first call reads the system's
/// list of zones, later ones each zone's file once.
TimePoint permitted_from(const std::vector<std::string>& zones, const TextingHours& hours, TimePoint now);

}  // namespace send_text
