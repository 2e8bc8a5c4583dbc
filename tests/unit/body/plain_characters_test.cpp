#include <catch2/catch_test_macros.hpp>

#include "body/body_segments.hpp"
#include "body/gsm_alphabet.hpp"
#include "body/plain_characters.hpp"

using namespace send_text;

namespace {

ForcingCharacter only_one(std::string_view body) {
    const std::vector<ForcingCharacter> forcing = characters_forcing_ucs2(body);
    REQUIRE(forcing.size() == 1);
    return forcing[0];
}

}  // namespace

TEST_CASE("what a word processor writes has plain replacements") {
    CHECK(plain_characters("\u201CIt\u2019s \u2018on\u2019\u201D \u2013 9\u201411\u2026") ==
          "\"It's 'on'\" - 9-11...");
    CHECK(plain_characters("a\u00A0b\tc\u2003d\u202Fe") == "a b c d e");
    CHECK(plain_characters("\u2022 one\u2028\uF0B7 two") == "- one\n- two");
    CHECK(plain_characters("of\uFB01ce\u2122 \u00AB5\u2032\u00BB") == "office(TM) \"5'\"");
    CHECK(plain_characters("\uFEFF651\u200B-5\u00AD5\u202C5") == "651-555");
}

TEST_CASE("what a keyboard or a word processor makes of numbers and signs has plain replacements") {
    CHECK(plain_characters("\u00BD \u00BC \u00BE \u2153 \u2154 \u215B \u215E") ==
          "1/2 1/4 3/4 1/3 2/3 1/8 7/8");
    CHECK(plain_characters("7\u00BD hours") == "7 1/2 hours");  // not 71/2
    CHECK(plain_characters("7 \u00BD hours") == "7 1/2 hours");
    CHECK(plain_characters("95\u00B0F, 3\u00D74, 8\u00F72, \u00B15, ft\u00B2") ==
          "95 degF, 3x4, 8/2, +/-5, ft^2");
    CHECK(plain_characters("A \u2192 B, \u2265 18, N\u00BA") == "A -> B, >= 18, N\u00BA");
    CHECK(plain_characters("\u25A0 one\u203C") == "- one!!");
    CHECK(only_one("7\u00BD").replacement == "1/2");
}

TEST_CASE("letters, emoji and what the alphabet has stay as they are") {
    const std::string body = "\u00E7a va, Zo\u00EB? \u00C7 \u00A3 \u20AC {a} \u4E2D \U0001F600\u200D";
    CHECK(plain_characters(body) == body);
    CHECK(plain_characters("") == "");
    CHECK(without_forcing_characters("Zo\u00EB\u2019s \U0001F600 \u00A3") == "Zo's  \u00A3");
}

TEST_CASE("every replacement is in the alphabet, and none has one that is in it itself") {
    for (char32_t character = 0; character < 0x20000; ++character) {
        const auto replacement = plain_replacement(character);
        if (!replacement) continue;
        INFO("U+" << std::hex << static_cast<unsigned>(character));
        CHECK(septets_of(character) == 0);
        CHECK(count_segments(*replacement).is_gsm7);
    }
}

TEST_CASE("the characters that force UCS-2 are named once each, where they first stand") {
    const auto forcing = characters_forcing_ucs2("A \u201Cbig\u201D job\u2019s \u201Cin\u201D \u4E2D");
    REQUIRE(forcing.size() == 4);
    CHECK(forcing[0].character == "\u201C");
    CHECK(forcing[0].position == 3);
    CHECK(forcing[0].replacement == "\"");
    CHECK(forcing[1].position == 7);
    CHECK(forcing[2].name == "\u2019");
    CHECK(forcing[2].position == 12);
    CHECK(forcing[3].character == "\u4E2D");
    CHECK(forcing[3].position == 20);
    CHECK_FALSE(forcing[3].replacement);
    CHECK(characters_forcing_ucs2("[plain] \u20AC\n").empty());
}

TEST_CASE("what shows nothing is named in words") {
    CHECK(only_one("a\u00A0b").name == "a non-breaking space");
    CHECK(only_one("a\tb").name == "a tab");
    CHECK(only_one("a\u200Bb").replacement == "");
    CHECK_FALSE(only_one("a\u200Bb").is_visible);
    CHECK(only_one("\u0301").name == "an invisible character (U+0301)");
    CHECK(only_one("a\x1B").name == "an invisible character (U+001B)");
    CHECK(only_one("a\u2019").is_visible);
}

TEST_CASE("what people see as one character is one") {
    CHECK(only_one("ok \U0001F44D\U0001F3FD!").character == "\U0001F44D\U0001F3FD");  // with a skin tone
    CHECK(only_one("\U0001F469\u200D\U0001F4BB").character == "\U0001F469\u200D\U0001F4BB");  // joined
    CHECK(only_one("\U0001F1FA\U0001F1F8").character == "\U0001F1FA\U0001F1F8");              // a flag
    CHECK(only_one("\u2764\uFE0F").character == "\u2764\uFE0F");
    CHECK(only_one("1\uFE0F\u20E3").character == "1\uFE0F\u20E3");  // a keycap
    CHECK(only_one("e\u0301").character == "e\u0301");
    CHECK(only_one("\u00A9\uFE0F").replacement == "(C)");
    CHECK_FALSE(only_one("e\u0301").replacement);
    // Two flags, and a flag with half of another.
    CHECK(characters_forcing_ucs2("\U0001F1FA\U0001F1F8\U0001F1E8\U0001F1E6").size() == 2);
    CHECK(characters_forcing_ucs2("\U0001F1FA\U0001F1F8\U0001F1E8")[1].position == 3);
}
