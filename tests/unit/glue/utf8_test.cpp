#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <string_view>

#include "staffing_cpp/check.hpp"
#include "staffing_cpp/text.hpp"
#include "unit/glue/error_words.hpp"

using namespace std::string_view_literals;
using staffing::abi;
using staffing::checked_text;
using staffing::is_valid_utf8;

namespace {

/// Encodes without judging, so that surrogates and too large values can be made as well.
std::string encoded(unsigned code_point) {
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    const auto tail = [&](unsigned shift) { return byte(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) return {byte(code_point)};
    if (code_point < 0x800) return {byte(0xC0U | (code_point >> 6U)), tail(0)};
    if (code_point < 0x10000) return {byte(0xE0U | (code_point >> 12U)), tail(6), tail(0)};
    return {byte(0xF0U | (code_point >> 18U)), tail(12), tail(6), tail(0)};
}

}  // namespace

TEST_CASE("every code point is valid UTF-8 except surrogates and what lies past U+10FFFF") {
    for (unsigned code_point = 0; code_point <= 0x13FFFF; ++code_point) {
        const bool is_character = code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
        if (is_valid_utf8(encoded(code_point)) != is_character) {
            CAPTURE(code_point);
            FAIL("is_valid_utf8 is wrong about this code point");
        }
    }
    SUCCEED("all judged");
}

TEST_CASE("a character that is cut short is not valid UTF-8") {
    const std::string character = GENERATE(as<std::string>{}, "é", "€", "😀");
    for (std::size_t size = 1; size < character.size(); ++size) {
        CHECK_FALSE(is_valid_utf8(character.substr(0, size)));
        CHECK_FALSE(is_valid_utf8("Ana" + character.substr(0, size) + "Ana"));
    }
    CHECK(is_valid_utf8("Ana" + character + "Ana"));
}

TEST_CASE("overlong forms and stray bytes are not valid UTF-8") {
    const auto bytes =
        GENERATE("\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x80\x80"sv, "\xE0\x9F\xBF"sv,
                 "\xF0\x80\x80\x80"sv, "\xF0\x8F\xBF\xBF"sv, "\xF8\x88\x80\x80\x80"sv, "\xFE"sv, "\xFF"sv,
                 "\xC3\x28"sv, "\xE2\x28\xA1"sv, "\xE2\x82\x28"sv);
    CHECK_FALSE(is_valid_utf8(bytes));
}

TEST_CASE("a string of the other side is looked at before it is believed") {
    SECTION("what is well formed comes through as it is, a NUL inside included") {
        CHECK(checked_text(abi("Zoë\0!"sv), "the name") == "Zoë\0!"sv);
        CHECK(checked_text(staffing_string{nullptr, 0}, "the name").empty());
    }
    SECTION("a size without data") {
        const auto failure = failure_of([] { checked_text(staffing_string{nullptr, 3}, "the name"); });
        CHECK(failure.status == STAFFING_STATUS_INVALID_ARGUMENT);
        CHECK(failure.words == "the name has a size but no data.");
    }
    SECTION("NULL instead of a string") {
        const staffing_string* none = nullptr;
        const auto failure = failure_of([&] { checked_text(none, "the name"); });
        CHECK(failure.status == STAFFING_STATUS_INVALID_ARGUMENT);
        CHECK(failure.words.find("the name") != std::string::npos);
    }
    SECTION("bytes that are not UTF-8") {
        CHECK(failure_of([] { checked_text(abi("Zo\xEB"), "the name"); }).status ==
              STAFFING_STATUS_INVALID_UTF8);
    }
    SECTION("one byte too many is too large, without a look at the data") {
        CHECK(checked_text(abi("12345"), "the name", 5) == "12345");
        CHECK(failure_of([] { checked_text(abi("123456"), "the name", 5); }).status ==
              STAFFING_STATUS_TOO_LARGE);
        const staffing_string absurd{"x", UINT64_MAX};
        CHECK(failure_of([&] { checked_text(absurd, "the name"); }).status == STAFFING_STATUS_TOO_LARGE);
    }
}
