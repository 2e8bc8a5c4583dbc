#pragma once

#include <filesystem>
#include <string>

namespace send_text {

// Paths as text are UTF-8 everywhere, whatever the system's own encoding.

inline std::filesystem::path path_from_utf8(const std::string& path) {
    return {std::u8string(path.begin(), path.end())};
}

inline std::string to_utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

}  // namespace send_text
