#pragma once

#include <cstddef>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace secrets {

/// Calls `look` for each part of this process's memory that can be written, with the name of what is mapped
/// there.
inline void for_each_mapping(
    const std::function<void(std::string_view memory, const std::string& name)>& look) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        std::size_t begin = 0;
        std::size_t end = 0;
        char rights[5] = {};
        int name_at = 0;
        if (std::sscanf(line.c_str(), "%zx-%zx %4s %*s %*s %*s %n", &begin, &end, rights, &name_at) < 3)
            continue;
        const std::string name = line.substr(static_cast<std::size_t>(name_at));
        if (rights[0] != 'r' || rights[1] != 'w') continue;
        look({reinterpret_cast<const char*>(begin), end - begin}, name);
    }
}

/// Calls `found` for each run of exactly so many hexadecimal digits.
inline void for_each_hex_run(std::string_view text, std::size_t size,
                             const std::function<void(std::string_view)>& found) {
    const auto is_hex = [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_hex(text[end]))
            ++end;
        if (end - at == size) found(text.substr(at, size));
        at = end + 1;
    }
}

}  // namespace secrets
