#include <random>

#include <catch2/catch_test_macros.hpp>

#include "body/body_segments.hpp"
#include "body/gsm_alphabet.hpp"
#include "body/plain_characters.hpp"
#include "unit/body/gsm_converter.hpp"
#include "unit/body/repeated.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

std::u16string utf16_of(char32_t character) {
    if (character < 0x10000) return {static_cast<char16_t>(character)};
    const char32_t rest = character - 0x10000;
    return {static_cast<char16_t>(0xD800 + (rest >> 10U)), static_cast<char16_t>(0xDC00 + (rest & 0x3FFU))};
}

// The standard anew, from what goes over the air: TP-User-Data is 140 octets (3GPP TS 23.040, 9.2.3.24). A
// part of a concatenated message begins with a header of 6 of them (9.2.3.24.1), filled up to whole septets.
constexpr std::size_t user_data_octets = 140;
constexpr std::size_t header_octets = 6;

/// The encoded text cut into parts, from the back of each: `size` elements, less one when the last would be
/// torn from the next.
template <class Text, class IsFirstOfPair>
std::vector<Text> cut(const Text& encoded, std::size_t single, std::size_t part, IsFirstOfPair is_first) {
    std::vector<Text> parts;
    if (encoded.size() <= single) {
        if (!encoded.empty()) parts.push_back(encoded);
        return parts;
    }
    for (Text rest = encoded; !rest.empty();) {
        Text front = rest.substr(0, part);
        if (front.size() < rest.size() && is_first(front.back())) front.pop_back();
        rest.erase(0, front.size());
        parts.push_back(front);
    }
    return parts;
}

std::size_t segments_by_the_standard(GsmConverter& converter, const std::string& body) {
    const std::u16string units = to_utf16(body);
    if (const auto septets = converter.septets(units)) {
        const std::size_t single = user_data_octets * 8 / 7;
        const std::size_t part = (user_data_octets - header_octets) * 8 / 7;
        return cut(*septets, single, part, [](char septet) { return septet == 0x1B; }).size();
    }
    const std::size_t single = user_data_octets / 2;
    const std::size_t part = (user_data_octets - header_octets) / 2;
    return cut(units, single, part, [](char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }).size();
}

/// Bodies of all kinds, and of lengths near the seams.
class BodyMaker {
  public:
    std::string next() {
        const auto& [others, many] = alphabets_[any(0, std::size(alphabets_) - 1)];
        const std::size_t around = seams_[any(0, std::size(seams_) - 1)];
        const std::size_t size = any(around < 6 ? 0 : around - 6, around + 6);
        // One in so many is not a letter: bodies of little else, and bodies where only the seam is hard.
        const std::size_t rarity = any(0, 1) == 0 ? many : any(1, 80);
        std::u32string body;
        while (body.size() < size)
            body += any(1, rarity) == 1 ? others[any(0, others.size() - 1)]
                                        : letters_[any(0, letters_.size() - 1)];
        std::u16string units;
        for (const char32_t character : body)
            units += utf16_of(character);
        return to_utf8(units);
    }

  private:
    struct Alphabet {
        std::u32string_view others;
        std::size_t rarity;
    };

    std::size_t any(std::size_t least, std::size_t most) { return least + random_() % (most - least + 1); }

    std::mt19937_64 random_{20240611};
    std::u32string_view letters_ = U"abc XYZ019\n@£ÇéÑ";
    Alphabet alphabets_[5] = {{U"€[]{}~^|\\\f", 1},
                              {U"😀🏽🇺🇸𝒳", 2},
                              {U"’“”–…\u00A0\t`ç", 10},
                              {U"中日本é€", 3},
                              {U"€{😀", 4}};
    std::size_t seams_[12] = {0, 35, 70, 80, 134, 153, 160, 201, 306, 459, 612, 1600};
};

}  // namespace

TEST_CASE("the alphabet is ICU's, character by character") {
    GsmConverter converter;
    std::vector<char32_t> differing;
    const auto compare = [&](char32_t character) {
        const auto septets = converter.septets(utf16_of(character));
        if (septets_of(character) != (septets ? septets->size() : 0)) differing.push_back(character);
    };
    for (char32_t character = 0; character < 0x10000; ++character) {
        if (character < 0xD800 || character > 0xDFFF) compare(character);
    }
    for (char32_t character = 0x10000; character < 0x110000; character += 101)
        compare(character);
    CHECK(differing == std::vector<char32_t>{});
}

TEST_CASE("segments are those of the standard, built and cut anew, for bodies of all kinds") {
    GsmConverter converter;
    BodyMaker bodies;
    std::size_t as_gsm7 = 0;
    for (int i = 0; i < 1500; ++i) {
        const std::string body = bodies.next();
        const BodySegments counted = count_segments(body);
        as_gsm7 += counted.is_gsm7 ? 1 : 0;
        if (counted.segments == segments_by_the_standard(converter, body)) continue;
        FAIL("counted " << counted.segments << " segments, the standard "
                        << segments_by_the_standard(converter, body) << ": " << body);
    }
    CHECK(as_gsm7 > 200);  // both encodings are really among them
    CHECK(as_gsm7 < 1300);
}

TEST_CASE("plain characters leave a body in the 7-bit alphabet, or something that has no replacement") {
    BodyMaker bodies;
    for (int i = 0; i < 200; ++i) {
        const std::string body = bodies.next();
        const std::string plain = plain_characters(body);
        CHECK(plain_characters(plain) == plain);
        CHECK(count_segments(plain).is_gsm7 == characters_forcing_ucs2(plain).empty());
        for (const ForcingCharacter& left : characters_forcing_ucs2(plain))
            CHECK_FALSE(left.replacement);
        CHECK(count_segments(without_forcing_characters(body)).is_gsm7);
    }
}
