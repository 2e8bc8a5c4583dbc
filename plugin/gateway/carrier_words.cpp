#include "gateway/carrier_words.hpp"

#include <algorithm>
#include <cstddef>

#include "core/ascii.hpp"
#include "core/masked_number.hpp"
#include "core/utf8.hpp"

namespace send_text {

namespace {

constexpr std::size_t max_bytes = 200;
constexpr std::size_t max_bytes_looked_at = 1'000;
constexpr std::size_t min_repeated_bytes = 8;  // shorter pieces of a body stand in any words
constexpr std::size_t min_key_size = 20;       // longer than words are
constexpr std::size_t min_number_size = 6;
constexpr std::string_view ellipsis = "…";

bool is_of_key(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
           c == '=';
}

bool is_separator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
}

/// White space, a control character, a line break of Unicode's, or a mark that turns the direction of what
/// follows.
bool is_left_out(char32_t code) {
    return code <= 0x20 || (code >= 0x7F && code <= 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

std::string on_one_line(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const Character character = first_character(text);
        if (!is_left_out(character.code_point)) {
            line += character.bytes;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        text.remove_prefix(character.bytes.size());
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

/// How much of the words' beginning is a piece of the body.
std::size_t repeated_size(std::string_view words, std::string_view body) {
    const std::size_t least = std::min(min_repeated_bytes, body.size());
    if (least == 0 || words.size() < least) return 0;
    const std::size_t found = body.find(words.substr(0, least));
    if (found == std::string_view::npos) return 0;
    const std::string_view piece = body.substr(found);
    const auto [end, ignored] = std::mismatch(words.begin(), words.end(), piece.begin(), piece.end());
    return static_cast<std::size_t>(end - words.begin());
}

std::string without_body(std::string_view words, std::string_view body) {
    if (body.find(words) != std::string_view::npos) return {};
    std::string rest;
    while (!words.empty()) {
        std::size_t size = repeated_size(words, body);
        // A body as short as "No" must stand by itself.
        const bool is_word = rest.empty() || !is_of_key(rest.back());
        const bool ends_word = size == words.size() || !is_of_key(words[size]);
        if (size < min_repeated_bytes && !(is_word && ends_word)) size = 0;
        if (size > 0) {
            rest += ellipsis;
        } else {
            rest += words.front();
            size = 1;
        }
        words.remove_prefix(size);
    }
    return rest;
}

/// How many bytes at the front are a number, with whatever people write between its digits.
std::size_t number_size(std::string_view text) {
    std::size_t digits = 0;
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size() && (is_digit(text[i]) || is_separator(text[i])); ++i) {
        if (!is_digit(text[i])) continue;
        ++digits;
        size = i + 1;
    }
    return digits >= min_number_size ? size : 0;
}

std::string without_keys_and_numbers(std::string_view words) {
    std::string rest;
    while (!words.empty()) {
        const auto key =
            static_cast<std::size_t>(std::find_if_not(words.begin(), words.end(), is_of_key) - words.begin());
        std::size_t size = is_digit(words.front()) ? number_size(words) : 0;
        if (key >= min_key_size) {
            rest += ellipsis;
            size = std::max(size, key);
        } else if (size > 0) {
            rest += masked_number(words.substr(0, size));
        } else {
            size = is_digit(words.front()) || key == 0 ? 1 : 0;
            // A word is taken as a whole: its end is no key of its own.
            while (size < key && !is_digit(words[size]))
                ++size;
            rest += words.substr(0, size);
        }
        words.remove_prefix(size);
    }
    return rest;
}

}  // namespace

std::string shown_carrier_words(std::string_view words, std::string_view body) {
    const std::string line = on_one_line(first_bytes(words, max_bytes_looked_at));
    const std::string shown = without_keys_and_numbers(without_body(line, on_one_line(body)));
    if (shown.size() <= max_bytes) return shown;
    return std::string(first_bytes(shown, max_bytes)) + std::string(ellipsis);
}

}  // namespace send_text
