#include "recipients/typed_value.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace send_text {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";
constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// A note may hold a time ("after 5:30"), not the four digits of another number's end ("or 1205").
constexpr std::size_t max_digits_in_note = 3;

/// Shorter runs are no number that anybody could be reached at.
constexpr std::size_t min_digits_before_note = 7;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The run of ASCII letters that `text` starts with.
std::string_view word_at(std::string_view text) {
    return text.substr(0, std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
}

bool is_extension_label(std::string_view word) {
    std::string lower;
    for (char c : word)
        lower += static_cast<char>(c | 0x20);
    static constexpr std::string_view labels[] = {"x", "ext", "extn", "xtn", "extension", "int", "anexo"};
    return std::find(std::begin(labels), std::end(labels), lower) != std::end(labels);
}

/// The length in bytes of the well-formed UTF-8 sequence that `text` starts with, 0 when it is not one
/// (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const auto first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool bad = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F);
        return !bad && follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool bad = (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F);
        return !bad && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

/// C0, DEL and C1 (U+0080 … U+009F).
bool is_control(std::string_view character) {
    const auto first = static_cast<std::uint8_t>(character[0]);
    if (character.size() == 1) return first < 0x20 || first == 0x7F;
    return character.size() == 2 && first == 0xC2 && static_cast<std::uint8_t>(character[1]) < 0xA0;
}

/// The length in bytes of the digit that `text` starts with, 0 when it is none.
std::size_t digit_length(std::string_view text) {
    if (text[0] >= '0' && text[0] <= '9') return 1;
    const bool full_width =
        text.size() >= 3 && text.starts_with("\xEF\xBC") && text[2] >= '\x90' && text[2] <= '\x99';
    return full_width ? 3 : 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        const auto size = text.size();
        if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
        if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
        text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
        text.remove_suffix(text.size() - (text.find_last_not_of(white_space) + 1));
        if (text.size() == size) return text;
    }
}

std::size_t count_digits(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        count += digit_length(text.substr(i)) > 0 ? 1 : 0;
    return count;
}

std::optional<NumberAndNote> split_note(std::string_view value) {
    std::size_t digits = 0;
    std::size_t number_end = 0;
    std::size_t at = 0;
    while (at < value.size()) {
        const auto rest = value.substr(at);
        const auto word = word_at(rest);
        const auto digit = digit_length(rest);
        if (!word.empty() && digits > 0) {
            if (!is_extension_label(word)) break;
        } else if (digit > 0) {
            ++digits;
            number_end = at + digit;
        }
        at += std::max({word.size(), digit, std::size_t{1}});
    }
    if (at == value.size() || digits < min_digits_before_note) return std::nullopt;
    const auto note = trimmed(value.substr(number_end));
    if (count_digits(note) > max_digits_in_note) return std::nullopt;
    return NumberAndNote{value.substr(0, number_end), note, at > number_end};
}

std::string shown(std::string_view text, std::size_t max_characters) {
    std::string out;
    std::size_t characters = 0;
    text = trimmed(text);
    while (!text.empty()) {
        if (characters++ == max_characters) return out + "…";
        const auto length = sequence_length(text);
        const auto character = text.substr(0, std::max<std::size_t>(length, 1));
        out += length == 0             ? replacement_character
               : is_control(character) ? std::string_view(" ")
                                       : character;
        text.remove_prefix(character.size());
    }
    return out;
}

}  // namespace send_text
