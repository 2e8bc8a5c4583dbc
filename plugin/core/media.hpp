#pragma once

#include <cstdint>

namespace send_text {

/// How many pictures, or other files, came with a message: 0 for none, or this when only that some came is
/// known.
inline constexpr std::int64_t some_media = -1;

}  // namespace send_text
