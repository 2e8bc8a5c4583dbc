#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace secrets {

/// What the test hides its words with: read anew each time, so that no compiler writes a word down.
inline volatile unsigned char mask = 0x5A;

/// A word that stands in the program in disguise only, so that wherever it is found plain, somebody left it.
template <std::size_t Size>
struct Hidden {
    consteval Hidden(const char (&text)[Size + 1]) {
        for (std::size_t at = 0; at < Size; ++at)
            bytes[at] = static_cast<unsigned char>(static_cast<unsigned char>(text[at]) ^ 0x5AU);
    }

    std::string reveal() const {
        std::string text;
        text.reserve(Size);
        for (const unsigned char byte : bytes)
            text += static_cast<char>(byte ^ mask);
        return text;
    }

    bool stands_at(const char* place) const {
        for (std::size_t at = 0; at < Size; ++at) {
            if (static_cast<unsigned char>(place[at]) != static_cast<unsigned char>(bytes[at] ^ mask))
                return false;
        }
        return true;
    }

    std::array<unsigned char, Size> bytes{};
};

template <std::size_t Size>
Hidden(const char (&)[Size]) -> Hidden<Size - 1>;

}  // namespace secrets
