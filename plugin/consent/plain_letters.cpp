#include "consent/plain_letters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>

#include "core/utf8.hpp"

namespace send_text {
namespace {

struct LookAlike {
    char32_t character;
    char letter;
};

// After case folding. Unicode has no decomposition for these.
constexpr LookAlike look_alikes[] = {
#include "consent/look_alike_letters.inc"
};
static_assert(std::is_sorted(std::begin(look_alikes), std::end(look_alikes),
                             [](const LookAlike& a, const LookAlike& b) {
                                 return a.character < b.character;
                             }));

/// The capital that a letter stands for; 0: none of A to Z.
char capital_of(char32_t letter) {
    const auto folded = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
    if (folded >= 'a' && folded <= 'z') return static_cast<char>(folded - 'a' + 'A');
    const LookAlike* const found =
        std::lower_bound(std::begin(look_alikes), std::end(look_alikes), folded,
                         [](const LookAlike& one, char32_t wanted) { return one.character < wanted; });
    return found != std::end(look_alikes) && found->character == folded ? found->letter : '\0';
}

/// Letters in white on a filled circle or square, for which Unicode has no decomposition; 0: none.
char capital_of_filled(char32_t character) {
    for (const char32_t first : {0x1F150U, 0x1F170U}) {
        if (character >= first && character < first + 26) return static_cast<char>('A' + character - first);
    }
    return '\0';
}

/// Of the letters of which flags are made; 0: none.
char capital_of_indicator(UChar32 character) {
    constexpr UChar32 first = 0x1F1E6;
    return character >= first && character < first + 26 ? static_cast<char>('A' + character - first) : '\0';
}

/// A character in parts, as Unicode's compatibility decomposition has it: É is E and an accent, ⓢ is s. One
/// that has none, or of which ICU says none, is its only part.
std::u32string parts_of(char32_t character) {
    std::array<UChar, 32> units{};
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* const normalizer = unorm2_getNFKCInstance(&error);
    const std::int32_t size = unorm2_getDecomposition(normalizer, static_cast<UChar32>(character),
                                                      units.data(), units.size(), &error);
    if (U_FAILURE(error) || size < 0) return {character};
    std::u32string parts;
    for (std::int32_t at = 0; at < size;) {
        UChar32 part = 0;
        U16_NEXT(units, at, size, part);
        parts += static_cast<char32_t>(part);
    }
    return parts;
}

/// What a character adds to the letters; nothing: it is another letter, or a digit.
std::optional<std::string> letters_in(char32_t character) {
    if (const char filled = capital_of_filled(character); filled != '\0') return std::string(1, filled);
    std::string letters;
    for (const char32_t part : parts_of(character)) {
        const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(part));
        const char capital = (category & U_GC_L_MASK) != 0 ? capital_of(part) : '\0';
        if (capital != '\0') {
            letters += capital;
        } else if ((category & (U_GC_L_MASK | U_GC_N_MASK)) != 0 && (category & U_GC_LM_MASK) == 0) {
            return std::nullopt;  // modifier letters look like quotes
        }
    }
    // A symbol of one letter is that letter (ⓢ); one of several is a sign (™).
    const bool is_sign = (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_S_MASK) != 0;
    return is_sign && letters.size() > 1 ? std::string() : letters;
}

}  // namespace

std::string plain_letters(std::string_view text, std::size_t max_length) {
    std::string letters;
    std::string indicators;  // 🇸🇹🇴🇵; beside letters they are flags
    while (!text.empty()) {
        const Character next = first_character(text);
        text.remove_prefix(next.bytes.size());
        const auto character = static_cast<UChar32>(next.code_point);
        const bool is_seen =
            next.is_well_formed && !u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        if (!is_seen) continue;
        if (const char indicated = capital_of_indicator(character); indicated != '\0') {
            if (indicators.size() <= max_length) indicators += indicated;
            continue;
        }
        const std::optional<std::string> more = letters_in(next.code_point);
        if (!more || letters.size() + more->size() > max_length) return {};
        letters += *more;
    }
    return letters.empty() && indicators.size() <= max_length ? indicators : letters;
}

}  // namespace send_text
