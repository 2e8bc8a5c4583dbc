#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// "1 segment", "2 segments".
inline std::string pluralize(std::uint64_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// "1 text", "2 texts".
inline std::string pluralize_texts(std::int64_t count) {
    return pluralize(static_cast<std::uint64_t>(count), "text", "texts");
}

}  // namespace send_text
