#include "body/plain_characters.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "body/characters.hpp"
#include "body/gsm_alphabet.hpp"
#include "core/ascii.hpp"
#include "core/utf8.hpp"

namespace send_text {
namespace {

struct PlainReplacement {
    char32_t character;
    const char* replacement;
    const char* name;  ///< null: the character shows itself
};

constexpr PlainReplacement plain_replacements[] = {
#include "body/plain_replacements.inc"
};

static_assert(std::is_sorted(std::begin(plain_replacements), std::end(plain_replacements),
                             [](const PlainReplacement& a, const PlainReplacement& b) {
                                 return a.character < b.character;
                             }));

const PlainReplacement* find_replacement(char32_t character) {
    const PlainReplacement* const found = std::lower_bound(
        std::begin(plain_replacements), std::end(plain_replacements), character,
        [](const PlainReplacement& replacement, char32_t wanted) { return replacement.character < wanted; });
    return found != std::end(plain_replacements) && found->character == character ? found : nullptr;
}

constexpr char32_t zero_width_joiner = 0x200D;

bool is_regional_indicator(char32_t character) {
    return character >= 0x1F1E6 && character <= 0x1F1FF;
}

/// How many of `characters`, which are not none, people see as the first one.
std::size_t seen_as_one(std::span<const Character> characters) {
    std::size_t count = 1;
    const bool is_flag = characters.size() > 1 && is_regional_indicator(characters[0].code_point) &&
                         is_regional_indicator(characters[1].code_point);
    if (is_flag) count = 2;
    while (count < characters.size() && (belongs_to_previous(characters[count].code_point) ||
                                         characters[count - 1].code_point == zero_width_joiner))
        ++count;
    return count;
}

bool forces_ucs2(const Character& character) {
    return septets_of(character.code_point) == 0;
}

enum class Others { stay, are_left_out };

std::string replaced(std::span<const Character> characters, Others others) {
    std::string result;
    for (const Character& character : characters) {
        if (!forces_ucs2(character)) {
            result += character.bytes;
        } else if (const PlainReplacement* const replacement = find_replacement(character.code_point)) {
            const bool is_mixed_number =
                is_digit(replacement->replacement[0]) && !result.empty() && is_digit(result.back());
            result.append(is_mixed_number ? " " : "").append(replacement->replacement);  // 1½ is 1 1/2
        } else if (others == Others::stay) {
            result += character.bytes;
        }
    }
    return result;
}

ForcingCharacter described(std::span<const Character> characters, std::size_t position) {
    ForcingCharacter described;
    for (const Character& character : characters)
        described.character += character.bytes;
    described.position = position;
    described.name = described.character;
    if (std::all_of(characters.begin(), characters.end(), [](const Character& character) {
            return !forces_ucs2(character) || find_replacement(character.code_point) != nullptr;
        }))
        described.replacement = replaced(characters, Others::stay);
    const PlainReplacement* const first = find_replacement(characters[0].code_point);
    const char32_t code_point = characters[0].code_point;
    described.is_visible = (first == nullptr || first->name == nullptr) && code_point >= ' ' &&
                           !(code_point >= 0x7F && code_point < 0xA0) && !belongs_to_previous(code_point);
    if (!described.is_visible) {
        described.name = first != nullptr && first->name != nullptr
                             ? first->name
                             : "an invisible character (" + code_point_name(code_point) + ")";
    }
    return described;
}

}  // namespace

std::optional<std::string_view> plain_replacement(char32_t character) {
    const PlainReplacement* const found = find_replacement(character);
    return found == nullptr ? std::nullopt : std::optional<std::string_view>(found->replacement);
}

std::vector<ForcingCharacter> characters_forcing_ucs2(std::string_view body) {
    const std::vector<Character> characters = characters_of(body);
    std::vector<ForcingCharacter> forcing;
    for (std::size_t at = 0; at < characters.size();) {
        std::span<const Character> rest(characters.data() + at, characters.size() - at);
        const auto seen = rest.first(seen_as_one(rest));
        at += seen.size();
        if (std::none_of(seen.begin(), seen.end(), [](const Character& each) { return forces_ucs2(each); }))
            continue;
        ForcingCharacter one = described(seen, at - seen.size() + 1);
        const bool is_known = std::any_of(forcing.begin(), forcing.end(), [&](const ForcingCharacter& known) {
            return known.character == one.character;
        });
        if (!is_known) forcing.push_back(std::move(one));
    }
    return forcing;
}

std::string plain_characters(std::string_view body) {
    return replaced(characters_of(body), Others::stay);
}

std::string without_forcing_characters(std::string_view body) {
    return replaced(characters_of(body), Others::are_left_out);
}

}  // namespace send_text
