#include <catch2/catch_test_macros.hpp>

#include "compose/body_note.hpp"

using namespace send_text;

namespace {

std::string letters(std::size_t count) {
    return std::string(count, 'a');
}

std::string note(const std::string& body) {
    return note_of_body(body).text;
}

}  // namespace

TEST_CASE("what the encoding counts is told, of what so many segments hold") {
    CHECK(note("") == "0/160");
    CHECK(note("a") == "1/160 \u00B7 1 segment");
    CHECK(note("a{") == "3/160 \u00B7 1 segment");
    CHECK(note(letters(161)) == "161/306 \u00B7 2 segments");
    CHECK(note(letters(312)) == "312/459 \u00B7 3 segments");
    CHECK(note(letters(1600)) == "1600/1683 \u00B7 11 segments");
    CHECK(note(letters(1601)).empty());  // that it is too long is said once, elsewhere
    CHECK_FALSE(note_of_body(letters(161)).offers_plain_characters);
}

TEST_CASE("a character that makes more segments is named, with its plain twin") {
    CHECK(note(letters(160) + "\u2019") ==
          "161/201 \u00B7 3 segments. \u2019 makes this 3 segments instead of 2; ' would not.");
    CHECK(note_of_body(letters(160) + "\u2019").offers_plain_characters);
    CHECK(note("a\u00A0" + letters(99)) ==
          "101/134 \u00B7 2 segments. A non-breaking space (character 2) makes this 2 segments instead of "
          "1; a "
          "plain space would not.");
    CHECK(note(letters(99) + "\u200B") ==
          "100/134 \u00B7 2 segments. A zero-width space (character 100) makes "
          "this 2 segments instead of 1; leaving it out would not.");
}

TEST_CASE("several such characters are named together, three at most") {
    CHECK(note(letters(99) + "\u201Cb\u201D") ==
          "102/134 \u00B7 2 segments. \u201C and \u201D make this 2 "
          "segments instead of 1; plain characters would not.");
    CHECK(note(letters(99) + "\u201Cb\u201D\u2014\u2026") ==
          "104/134 \u00B7 2 segments. \u201C, \u201D, \u2014 and others make this 2 segments instead of 1; "
          "plain "
          "characters would not.");
}

TEST_CASE("plain characters are not offered where something has no twin") {
    const BodyNote emoji = note_of_body(letters(99) + "\u2019\U0001F44D\U0001F3FD");
    CHECK(emoji.text ==
          "104/134 \u00B7 2 segments. \U0001F44D\U0001F3FD makes this 2 segments instead of 1.");
    CHECK_FALSE(emoji.offers_plain_characters);
}

TEST_CASE("plain characters are offered where they leave more room") {
    CHECK(note("it\u2019s") ==
          "4/70 \u00B7 1 segment. \u2019 leaves 70 characters to a segment instead of 160; ' would not.");
    CHECK(note_of_body("it\u2019s").offers_plain_characters);
    CHECK(note_of_body("\u201CMonday\u201D\u00A0\u2014 7 to 3\u2026").offers_plain_characters);
    // With an emoji there it stays 70, and they make no difference; here a segment.
    CHECK_FALSE(note_of_body("it\u2019s \U0001F600").offers_plain_characters);
    CHECK(note_of_body(letters(68) + "\u200B\U0001F600").offers_plain_characters);
    CHECK(note("\U0001F600") ==
          "2/70 \u00B7 1 segment. \U0001F600 leaves 70 characters to a segment instead of 160.");
    // 134 units in two segments; the ellipses take three septets each: 162 in two.
    std::string body = letters(120);
    for (int i = 0; i < 14; ++i)
        body += "\u2026";
    CHECK(note(body) ==
          "134/134 \u00B7 2 segments. \u2026 leaves 67 characters to each segment instead of 153; ... would "
          "not.");
    CHECK(note_of_body(body).offers_plain_characters);
}

TEST_CASE("plain characters are not offered where they make the message too long") {
    CHECK_FALSE(note_of_body(letters(1599) + "\u2026").offers_plain_characters);
    CHECK(note_of_body(letters(1597) + "\u2026").offers_plain_characters);
}
