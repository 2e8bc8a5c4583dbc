#include "core/body_segments.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace send_text {
namespace {

// GSM 03.38, the basic table as Unicode code points; ESC is left out, sorted.
constexpr char32_t basic[] = {
    0x0A, 0x0D, 0x20, 0x21, 0x22, 0x23,  0x24,  0x25,  0x26,  0x27,  0x28,  0x29,  0x2A,  0x2B,  0x2C,  0x2D,
    0x2E, 0x2F, 0x30, 0x31, 0x32, 0x33,  0x34,  0x35,  0x36,  0x37,  0x38,  0x39,  0x3A,  0x3B,  0x3C,  0x3D,
    0x3E, 0x3F, 0x40, 0x41, 0x42, 0x43,  0x44,  0x45,  0x46,  0x47,  0x48,  0x49,  0x4A,  0x4B,  0x4C,  0x4D,
    0x4E, 0x4F, 0x50, 0x51, 0x52, 0x53,  0x54,  0x55,  0x56,  0x57,  0x58,  0x59,  0x5A,  0x5F,  0x61,  0x62,
    0x63, 0x64, 0x65, 0x66, 0x67, 0x68,  0x69,  0x6A,  0x6B,  0x6C,  0x6D,  0x6E,  0x6F,  0x70,  0x71,  0x72,
    0x73, 0x74, 0x75, 0x76, 0x77, 0x78,  0x79,  0x7A,  0xA1,  0xA3,  0xA4,  0xA5,  0xA7,  0xBF,  0xC4,  0xC5,
    0xC6, 0xC7, 0xC9, 0xD1, 0xD6, 0xD8,  0xDC,  0xDF,  0xE0,  0xE4,  0xE5,  0xE6,  0xE8,  0xE9,  0xEC,  0xF1,
    0xF2, 0xF6, 0xF8, 0xF9, 0xFC, 0x393, 0x394, 0x398, 0x39B, 0x39E, 0x3A0, 0x3A3, 0x3A6, 0x3A8, 0x3A9,
};

// Its extension table: an escape and one more septet each, sorted.
constexpr char32_t extended[] = {0x0C, '[', '\\', ']', '^', '{', '|', '}', '~', 0x20AC};

static_assert(std::size(basic) == 127);
static_assert(std::is_sorted(std::begin(basic), std::end(basic)));
static_assert(std::is_sorted(std::begin(extended), std::end(extended)));

constexpr std::size_t utf8_length(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

char32_t code_point(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character[0]);
    char32_t value = character.size() == 1 ? lead : lead & (0xFFU >> (character.size() + 1));
    for (const char next : character.substr(1))
        value = (value << 6U) | (static_cast<unsigned char>(next) & 0x3FU);
    return value;
}

std::vector<std::string_view> characters_of(std::string_view body) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < body.size();) {
        characters.push_back(body.substr(at, utf8_length(static_cast<unsigned char>(body[at]))));
        at += characters.back().size();
    }
    return characters;
}

/// Septets of a character, 0 when the alphabet lacks it.
std::size_t septets_of(char32_t character) {
    if (std::binary_search(std::begin(basic), std::end(basic), character)) return 1;
    return std::binary_search(std::begin(extended), std::end(extended), character) ? 2 : 0;
}

/// Segments of characters with these sizes, none of which may straddle a seam.
std::size_t segments_of(const std::vector<std::size_t>& sizes, std::size_t single_size,
                        std::size_t part_size) {
    std::size_t total = 0;
    for (const std::size_t size : sizes)
        total += size;
    if (total <= single_size) return total == 0 ? 0 : 1;
    std::size_t segments = 1;
    std::size_t used = 0;
    for (const std::size_t size : sizes) {
        if (used + size > part_size) {
            ++segments;
            used = 0;
        }
        used += size;
    }
    return segments;
}

}  // namespace

BodySegments count_segments(std::string_view body) {
    BodySegments counted;
    std::vector<std::size_t> septets;
    std::vector<std::size_t> units;
    for (const std::string_view character : characters_of(body)) {
        const char32_t value = code_point(character);
        septets.push_back(septets_of(value));
        units.push_back(value > 0xFFFF ? 2 : 1);
        if (septets.back() == 0 && counted.is_gsm7) {
            counted.is_gsm7 = false;
            counted.forces_ucs2 = character;
        }
    }
    counted.characters = units.size();
    counted.segments = counted.is_gsm7 ? segments_of(septets, 160, 153) : segments_of(units, 70, 67);
    return counted;
}

std::string problem_of_body(std::string_view body) {
    const std::size_t characters = characters_of(body).size();
    if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) return "Write a message first.";
    if (characters > longest_body_characters) {
        return "The message has " + std::to_string(characters) + " characters; at most " +
               std::to_string(longest_body_characters) + " can be sent. Shorten it.";
    }
    const auto is_control = [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte < 0x20 && letter != '\n' && letter != '\r' && letter != '\t') || byte == 0x7F;
    };
    if (std::any_of(body.begin(), body.end(), is_control)) {
        return "The message has a control character in it that phones cannot show. Remove it.";
    }
    return {};
}

}  // namespace send_text
