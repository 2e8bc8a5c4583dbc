#pragma once

#include <chrono>

namespace send_text {

/// In which hours of the day a person may be texted, at the place where they are.
struct TextingHours {
    std::chrono::minutes begin = std::chrono::hours(8);  ///< since midnight
    std::chrono::minutes end = std::chrono::hours(20);   ///< from it on not any more; 0 and 24 h: always
};

/// The shortest hours that numbers of every North American area code have some of: where it is not certain in
/// which of several time zones a number lies, it is texted in the hours of all of them, and these lie up to
/// three hours apart.
inline constexpr std::chrono::minutes min_texting_hours = std::chrono::hours(4);

}  // namespace send_text
