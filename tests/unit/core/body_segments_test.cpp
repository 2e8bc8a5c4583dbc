#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/body_segments.hpp"

using namespace send_text;

namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t at = 0; at < count; ++at)
        all += text;
    return all;
}

}  // namespace

TEST_CASE("the 7-bit alphabet: 160 in one segment, 153 in each of several") {
    CHECK(count_segments("").segments == 0);
    CHECK(count_segments(times(160, "a")).segments == 1);
    CHECK(count_segments(times(161, "a")).segments == 2);
    CHECK(count_segments(times(306, "a")).segments == 2);
    CHECK(count_segments(times(307, "a")).segments == 3);
}

TEST_CASE("the extension table takes two septets, and a pair never straddles a seam") {
    CHECK(count_segments(times(80, "\u20AC")).segments == 1);
    CHECK(count_segments(times(81, "\u20AC")).segments == 2);
    // 152 septets and a pair: the pair moves to the second segment, whose 153 septets then hold one less.
    CHECK(count_segments(times(152, "a") + "{" + times(151, "a")).segments == 2);
    CHECK(count_segments(times(152, "a") + "{" + times(152, "a")).segments == 3);
}

TEST_CASE("capital C with cedilla is in the alphabet, the small one is not") {
    CHECK(count_segments(times(71, "\u00C7")).segments == 1);
    CHECK(count_segments(times(71, "\u00E7")).segments == 2);
}

TEST_CASE("characters that force UCS-2 are named") {
    const auto text = GENERATE(as<std::string>(), "`", "\t", "\u00A0", "\u2019", "\u2014", "\u2026",
                               "\U0001F600", "\u00E7");
    const BodySegments counted = count_segments("abc" + text + "\u4E2D");
    CHECK_FALSE(counted.is_gsm7);
    CHECK(counted.forces_ucs2 == text);
    CHECK(counted.characters == 5);
}

TEST_CASE(
    "UCS-2: 70 units in one segment, 67 in each of several, and a surrogate pair never straddles a seam") {
    CHECK(count_segments(times(70, "\u4E2D")).segments == 1);
    CHECK(count_segments(times(71, "\u4E2D")).segments == 2);
    CHECK(count_segments(times(134, "\u4E2D")).segments == 2);
    CHECK(count_segments(times(135, "\u4E2D")).segments == 3);
    CHECK(count_segments(times(35, "\U0001F600")).segments == 1);
    CHECK(count_segments(times(36, "\U0001F600")).segments == 2);
    CHECK(count_segments(times(66, "\U0001F600")).segments == 2);  // 33 pairs in each, one unit left over
    CHECK(count_segments(times(67, "\U0001F600")).segments == 3);
}

TEST_CASE("line ends and the pound sign are in the alphabet") {
    CHECK(count_segments("\u00A3\r\n\u00A3").is_gsm7);
    CHECK(count_segments("\u00A3\r\n\u00A3").characters == 4);
}

TEST_CASE("a body that cannot be sent says why") {
    CHECK(problem_of_body("Hello").empty());
    CHECK(problem_of_body("Two\nlines").empty());
    CHECK_FALSE(problem_of_body("").empty());
    CHECK_FALSE(problem_of_body(" \n\t ").empty());
    CHECK(problem_of_body(times(1600, "\U0001F600")).empty());
    CHECK(problem_of_body(times(1601, "a")).find("1601 characters; at most 1600") != std::string::npos);
    CHECK_FALSE(problem_of_body(std::string("a\0b", 3)).empty());
    CHECK_FALSE(problem_of_body("a\x1B[2J").empty());
    CHECK_FALSE(problem_of_body("a\x7F").empty());
}
