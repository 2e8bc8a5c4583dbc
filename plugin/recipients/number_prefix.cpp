#include "recipients/number_prefix.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "core/utf8.hpp"
#include "recipients/typed_characters.hpp"

namespace send_text {
namespace {

/// Kinds of phones and numbers; nothing of people.
constexpr std::string_view labels[] = {
    // English
    "best", "c", "call", "cel", "cell", "cellphone", "cells", "cellular", "contact", "current", "direct", "h",
    "home", "hm", "is", "line", "m", "main", "mob", "mobile", "nbr", "new", "no", "num", "number", "o",
    "office", "or", "p", "personal", "ph", "phone", "preferred", "primary", "sms", "t", "tel", "telephone",
    "text", "the", "txt", "us", "usa", "w", "wk", "work",
    // Spanish, French
    "casa", "celular", "domicile", "fijo", "fixe", "movil", "móvil", "numero", "numéro", "número", "portable",
    "tél", "telefono", "teléfono", "téléphone", "trabajo", "travail",
    // Russian
    "моб", "мобильный", "тел", "телефон"};

bool is_label(std::string_view word) {
    return std::find(std::begin(labels), std::end(labels), word) != std::end(labels);
}

/// Calls use(word), in small letters as far as they are ASCII's, until it returns false.
template <class Use>
void each_word(std::string_view text, Use use) {
    std::string word;
    const auto end_word = [&] {
        const bool should_continue = word.empty() || use(word);
        word.clear();
        return should_continue;
    };
    while (!text.empty()) {
        const Character character = first_character(text);
        if (is_letter(character.code_point) || character.code_point == '\'') {
            const bool is_capital = character.code_point >= 'A' && character.code_point <= 'Z';
            word += is_capital ? std::string(1, static_cast<char>(character.code_point | 0x20))
                               : std::string(character.bytes);
        } else if (!end_word()) {
            return;
        }
        text.remove_prefix(character.bytes.size());
    }
    end_word();
}

/// Without the signs around it; brackets that are closed stay.
std::string_view without_signs(std::string_view words) {
    constexpr std::string_view signs = " \t\r\n\v\f-,;:/\\[]{}*|.=<>~_#\"'";
    words.remove_prefix(std::min(words.find_first_not_of(signs), words.size()));
    const auto is_open = [&] {
        return std::count(words.begin(), words.end(), '(') > std::count(words.begin(), words.end(), ')');
    };
    while (!words.empty()) {
        const bool is_opening = words.back() == '(' && is_open();
        if (!is_opening && signs.find(words.back()) == std::string_view::npos) break;
        words.remove_suffix(1);
    }
    if (is_open() && words.starts_with('(')) words.remove_prefix(1);
    return words;
}

}  // namespace

std::string prefix_of_number(std::string_view before) {
    bool says_more = false;
    each_word(before, [&](const std::string& word) {
        says_more = !is_label(word);
        return !says_more;
    });
    return says_more ? std::string(without_signs(before)) : std::string();
}

}  // namespace send_text
