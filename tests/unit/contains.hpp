#pragma once

#include <string>

namespace send_text::testing {

inline bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace send_text::testing
