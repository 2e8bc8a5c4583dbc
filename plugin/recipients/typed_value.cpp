#include "recipients/typed_value.hpp"

#include <algorithm>
#include <iterator>

#include "core/ascii.hpp"
#include "core/utf8.hpp"
#include "recipients/typed_characters.hpp"

namespace send_text {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";
constexpr std::string_view no_break_space = "\xC2\xA0";
/// So many letters between digits are no note.
constexpr std::size_t max_letters_of_a_slip = 2;

/// The run of letters that `text` starts with.
std::string_view word_at(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        const Character character = first_character(text.substr(end));
        if (!is_letter(character.code_point)) break;
        end += character.bytes.size();
    }
    return text.substr(0, end);
}

bool is_extension_label(std::string_view word) {
    std::string lower;
    for (char c : word)
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    static constexpr std::string_view labels[] = {"x",         "ext", "extn",  "xtn",
                                                  "extension", "int", "anexo", "доб"};
    return std::find(std::begin(labels), std::end(labels), lower) != std::end(labels);
}

bool is_followed_by_digit(std::string_view text, std::string_view passed_over) {
    const auto at = text.find_first_not_of(passed_over);
    return at != std::string_view::npos && is_digit(text[at]);
}

/// The length of what belongs to no word or number.
std::size_t length_of_signs(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && !is_digit(text[end])) {
        const Character character = first_character(text.substr(end));
        if (is_letter(character.code_point)) break;
        end += character.bytes.size();
    }
    return end;
}

/// Where the first digit stands, or a + before it.
std::size_t start_of_number(std::string_view value) {
    const auto digit = std::min(value.find_first_of("0123456789"), value.size());
    const auto plus = value.substr(0, digit).find_first_of('+');
    return plus != std::string_view::npos && plus + length_of_signs(value.substr(plus)) == digit ? plus
                                                                                                 : digit;
}

/// C0, DEL and C1 (U+0080 … U+009F).
bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
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

bool is_blank(std::string_view text) {
    return trimmed(text).empty() || trimmed(with_plain_characters(text)).empty();
}

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

TakenApart take_apart(std::string_view value) {
    TakenApart parts;
    const auto start = start_of_number(value);
    parts.before = value.substr(0, start);
    parts.number = value.substr(start);
    std::size_t digits_end = 0;  // in the number
    std::size_t at = 0;
    while (at < parts.number.size()) {
        const auto rest = parts.number.substr(at);
        const auto word = word_at(rest);
        if (word.empty()) {
            if (is_digit(rest[0])) digits_end = at + 1;
            at += first_character(rest).bytes.size();
            continue;
        }
        const auto behind = rest.substr(word.size());
        if (is_extension_label(word)) {
            const auto next = length_of_signs(behind);
            if (next == behind.size()) {  // a label, and no extension
                if (is_utf8(behind)) parts.number = parts.number.substr(0, digits_end);
                return parts;
            }
            if (is_digit(behind[next])) {
                at += word.size();
                continue;
            }
        }
        // "O5" among digits is a slip, and so is "E+09".
        const bool touches = at == digits_end || word.size() <= max_letters_of_a_slip;
        parts.is_joined = digits_end > 0 && touches && is_followed_by_digit(behind, "+-");
        parts.word = word;
        parts.words = trimmed(parts.number.substr(digits_end));
        parts.number = parts.number.substr(0, digits_end);
        return parts;
    }
    return parts;
}

std::string shown(std::string_view text, std::size_t max_characters) {
    std::string out;
    std::size_t characters = 0;
    text = trimmed(text);
    while (!text.empty()) {
        if (characters++ == max_characters) return out + "…";
        const Character character = first_character(text);
        out += !character.is_well_formed          ? unreadable_in_utf8
               : is_control(character.code_point) ? std::string_view(" ")
                                                  : character.bytes;
        text.remove_prefix(character.bytes.size());
    }
    return out;
}

}  // namespace send_text
