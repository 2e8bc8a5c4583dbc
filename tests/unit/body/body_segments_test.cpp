#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "body/body_segments.hpp"
#include "unit/body/repeated.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("the 7-bit alphabet: 160 in one segment, 153 in each of several") {
    CHECK(count_segments("").segments == 0);
    CHECK(count_segments(times(160, "a")).segments == 1);
    CHECK(count_segments(times(161, "a")).segments == 2);
    CHECK(count_segments(times(306, "a")).segments == 2);
    CHECK(count_segments(times(307, "a")).segments == 3);
    CHECK(count_segments(times(1600, "a")).segments == 11);
}

TEST_CASE("each of the extension table takes two septets") {
    const auto character =
        GENERATE(as<std::string>(), "\f", "^", "{", "}", "\\", "[", "~", "]", "|", "\u20AC");
    CHECK(count_segments(times(80, character)).is_gsm7);
    CHECK(count_segments(times(80, character)).segments == 1);
    CHECK(count_segments(times(80, character) + "a").segments == 2);
    CHECK(count_segments(times(81, character)).segments == 2);
}

TEST_CASE("an escape pair never straddles a seam") {
    // 152 septets and a pair: the pair moves to the second segment, whose 153 septets then hold one less.
    CHECK(count_segments(times(152, "a") + "{" + times(151, "a")).segments == 2);
    CHECK(count_segments(times(152, "a") + "{" + times(152, "a")).segments == 3);
    // One segment has no seam.
    CHECK(count_segments(times(152, "a") + "{" + times(6, "a")).segments == 1);
    // 76 pairs in each, one septet left over at each seam.
    CHECK(count_segments(times(152, "\u20AC")).segments == 2);
    CHECK(count_segments(times(153, "\u20AC")).segments == 3);
}

TEST_CASE("capital C with cedilla is in the alphabet, the small one is not") {
    CHECK(count_segments(times(71, "\u00C7")).segments == 1);
    CHECK(count_segments(times(71, "\u00E7")).segments == 2);
}

TEST_CASE("what shipped counters got wrong: the pound sign and line ends count once") {
    CHECK(count_segments(times(160, "\u00A3")).segments == 1);
    CHECK(count_segments(times(160, "\n")).segments == 1);
    CHECK(count_segments(times(160, "\r")).segments == 1);
    CHECK(count_segments(times(80, "\r\n")).segments == 1);
    CHECK(count_segments(times(80, "\r\n")).characters == 160);
}

TEST_CASE("a non-breaking space, TAB, the backtick and what word processors write are not in the alphabet") {
    const auto character = GENERATE(as<std::string>(), "\u00A0", "\t", "`", "\u2018", "\u2019", "\u201C",
                                    "\u201D", "\u2013", "\u2014", "\u2026", "\u00E7", "\x1B", "\U0001F600");
    const BodySegments counted = count_segments(times(70, "a") + character);
    CHECK_FALSE(counted.is_gsm7);
    CHECK(counted.characters == 71);
    CHECK(counted.segments == 2);
}

TEST_CASE("UCS-2: 70 units in one segment, 67 in each of several") {
    CHECK(count_segments(times(70, "\u4E2D")).segments == 1);
    CHECK(count_segments(times(71, "\u4E2D")).segments == 2);
    CHECK(count_segments(times(134, "\u4E2D")).segments == 2);
    CHECK(count_segments(times(135, "\u4E2D")).segments == 3);
    // The extension table means nothing there.
    CHECK(count_segments("\u4E2D" + times(69, "{")).segments == 1);
}

TEST_CASE("a surrogate pair never straddles a seam") {
    CHECK(count_segments(times(35, "\U0001F600")).segments == 1);
    CHECK(count_segments(times(36, "\U0001F600")).segments == 2);
    CHECK(count_segments(times(66, "\U0001F600")).segments == 2);  // 33 pairs in each, one unit left over
    CHECK(count_segments(times(67, "\U0001F600")).segments == 3);
    CHECK(count_segments(times(66, "a") + "\U0001F600" + times(65, "a")).segments == 2);
    CHECK(count_segments(times(66, "a") + "\U0001F600" + times(66, "a")).segments == 3);
}
