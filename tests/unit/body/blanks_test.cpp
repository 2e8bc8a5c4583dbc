#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "body/blanks.hpp"

using namespace send_text;

TEST_CASE("what shows nothing is blank, and letters, signs and emoji are not") {
    for (const char32_t blank : std::u32string_view(
             U" \t\n\r\u0085\u00A0\u00AD\u034F\u061C\u115F\u1680\u180E\u2000\u200A\u200B\u200D\u200F\u2028\u202E"
             U"\u202F\u205F\u2060\u2064\u2069\u2800\u3000\u3164\uFE0F\uFEFF\uFFA0\U000E0001\U000E0041")) {
        INFO(std::hex << static_cast<unsigned>(blank));
        CHECK(is_blank(blank));
    }
    for (const char32_t seen :
         std::u32string_view(U"a0.\x7F\u00A1\u00C9\u0301\u2019\u2026\u4E2D\uFFFD\U0001F600")) {
        INFO(std::hex << static_cast<unsigned>(seen));
        CHECK_FALSE(is_blank(seen));
    }
    CHECK(is_space(0x3000));
    CHECK_FALSE(is_space(0x200B));
}

TEST_CASE("blanks around a text are left out, those within stay") {
    CHECK(without_surrounding_blanks("\uFEFF \u00A0Ana\u00A0Maria\u200B\u3000\r\n") == "Ana\u00A0Maria");
    CHECK(without_surrounding_blanks("\u2067\u05D3\u05D5\u05D3\u2069") == "\u05D3\u05D5\u05D3");
    CHECK(without_surrounding_blanks("Ana") == "Ana");
    CHECK(without_surrounding_blanks(" \u00A0\u200D\uFE0F").empty());
    CHECK(without_surrounding_blanks("").empty());
}

TEST_CASE("a blank at the end that the character before it needs stays") {
    const auto text = GENERATE(as<std::string>(), "\u2764\uFE0F", "\u0647\u200D",
                               "\U0001F3F4\U000E0067\U000E0062\U000E007F", "\U0001F469\u200D\U0001F4BB");
    CHECK(without_surrounding_blanks(text) == text);
    CHECK(without_surrounding_blanks(text + "\u00A0") == text);
    CHECK(without_surrounding_blanks("Ana\u200D") == "Ana");
    CHECK(without_surrounding_blanks("Ana\u00A0\u200C\uFE0F") == "Ana");
}

TEST_CASE("around a message only what costs is left out, with the plain blanks about it") {
    CHECK(without_forcing_blanks("  Hi \n") == "  Hi \n");
    CHECK(without_forcing_blanks("  Hi \u00A0 ") == "  Hi");
    CHECK(without_forcing_blanks("\uFEFF Hi ") == "Hi ");
    CHECK(without_forcing_blanks("\u00A0").empty());
    CHECK(without_forcing_blanks("a\u00A0b") == "a\u00A0b");
    CHECK(without_forcing_blanks("").empty());
}

TEST_CASE("line ends and tabs become one space") {
    const auto line_end = GENERATE(as<std::string>(), "\n", "\r", "\r\n", "\u2028", "\u2029", "\t", "\u0085",
                                   "\v", "\f", " \n ", "\n\n\n", "\u00A0\r\n\u00A0");
    CHECK(on_one_line("Ann" + line_end + "Marie") == "Ann Marie");
    CHECK(on_one_line(line_end + "Ann" + line_end) == "Ann");
    CHECK(on_one_line("Ann  Marie\u00A0Smith") == "Ann  Marie\u00A0Smith");
    CHECK(on_one_line("").empty());
}
