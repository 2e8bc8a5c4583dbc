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

TEST_CASE("characters and segments are counted") {
    CHECK(note("") == "0 characters");
    CHECK(note("a") == "1 character, 1 segment");
    CHECK(note(letters(161)) == "161 characters, 2 segments");
    CHECK_FALSE(note_of_body(letters(161)).offers_plain_characters);
}

TEST_CASE("a character that makes more segments is named, with its plain twin") {
    CHECK(note(letters(160) + "\u2019") ==
          "161 characters, 3 segments. \u2019 makes this 3 segments instead of 2; ' would not.");
    CHECK(note_of_body(letters(160) + "\u2019").offers_plain_characters);
    CHECK(note("a\u00A0" + letters(99)) ==
          "101 characters, 2 segments. A non-breaking space (character 2) makes this 2 segments instead of "
          "1; a "
          "plain space would not.");
    CHECK(note(letters(99) + "\u200B") ==
          "100 characters, 2 segments. A zero-width space (character 100) makes "
          "this 2 segments instead of 1; leaving it out would not.");
}

TEST_CASE("several such characters are named together, three at most") {
    CHECK(note(letters(99) + "\u201Cb\u201D") ==
          "102 characters, 2 segments. \u201C and \u201D make this 2 "
          "segments instead of 1; plain characters would not.");
    CHECK(note(letters(99) + "\u201Cb\u201D\u2014\u2026") ==
          "104 characters, 2 segments. \u201C, \u201D, \u2014 and others make this 2 segments instead of 1; "
          "plain "
          "characters would not.");
}

TEST_CASE("plain characters are not offered where something has no twin") {
    const BodyNote emoji = note_of_body(letters(99) + "\u2019\U0001F44D\U0001F3FD");
    CHECK(emoji.text ==
          "102 characters, 2 segments. \U0001F44D\U0001F3FD makes this 2 segments instead of 1.");
    CHECK_FALSE(emoji.offers_plain_characters);
}

TEST_CASE("plain characters are not offered where they cost as much") {
    CHECK(note("it\u2019s") ==
          "4 characters, 1 segment. \u2019 leaves 70 characters to a segment instead of 160.");
    CHECK_FALSE(note_of_body("it\u2019s").offers_plain_characters);
    CHECK(note("\U0001F600") ==
          "1 character, 1 segment. \U0001F600 leaves 70 characters to a segment instead of 160.");
    // 134 units in two segments; the ellipses take three septets each: 162 in two.
    std::string body = letters(120);
    for (int i = 0; i < 14; ++i)
        body += "\u2026";
    CHECK(note(body) ==
          "134 characters, 2 segments. \u2026 leaves 67 characters to each segment instead of 153.");
    CHECK_FALSE(note_of_body(body).offers_plain_characters);
}

TEST_CASE("plain characters are not offered where they make the message too long") {
    CHECK_FALSE(note_of_body(letters(1599) + "\u2026").offers_plain_characters);
    CHECK(note_of_body(letters(1597) + "\u2026").offers_plain_characters);
}
