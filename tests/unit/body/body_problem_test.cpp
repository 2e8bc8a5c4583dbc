#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "body/body_problem.hpp"
#include "unit/body/repeated.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("what can be sent has no problem") {
    const auto body = GENERATE(as<std::string>(), "Hello", "Two\nlines", "Two\r\nlines", "a\tb", "\u2019",
                               "\U0001F600", "\u00A0a");
    CHECK(problem_of_body(body) == std::nullopt);
}

TEST_CASE("a body with nothing to read in it is refused") {
    const auto body =
        GENERATE(as<std::string>(), "", " \n\t ", "\r\n", "\u00A0", "\u200B\uFEFF", "\u2003\u2028");
    CHECK(problem_of_body(body).value().reason == "Write a message first.");
}

TEST_CASE("1,600 characters at most, as people count them") {
    CHECK(problem_of_body(times(1600, "a")) == std::nullopt);
    CHECK(problem_of_body(times(1600, "\U0001F600")) == std::nullopt);
    CHECK(problem_of_body(times(1601, "a")).value().reason ==
          "The message has 1601 characters; at most 1600 can be sent. Shorten it.");
    CHECK(problem_of_body(times(1601, "\u4E2D")) != std::nullopt);
}

TEST_CASE("every control character is refused, with the place where it stands") {
    CHECK(problem_of_body("\u2019a\x1B[2J").value().reason ==
          "Character 3 of the message is a control character (U+001B) that phones cannot show. Delete it.");
    CHECK(problem_of_body(std::string("a\0b", 3)).value().reason.find("Character 2 ") != std::string::npos);
    CHECK(problem_of_body("\x07 and \x08").value().reason.find("U+0007") != std::string::npos);
    for (int byte = 0; byte < 0x20; ++byte) {
        const bool is_white_space = byte == '\n' || byte == '\r' || byte == '\t';
        CHECK((problem_of_body(std::string("a") + static_cast<char>(byte)) == std::nullopt) ==
              is_white_space);
    }
    for (int byte = 0x80; byte < 0xA0; ++byte)  // C1, in UTF-8
        CHECK(problem_of_body(std::string("a\xC2") + static_cast<char>(byte)) != std::nullopt);
    CHECK(problem_of_body("a\x7F") != std::nullopt);
}
