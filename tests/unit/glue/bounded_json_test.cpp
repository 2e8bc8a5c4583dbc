// How JSON is read that somebody else wrote.

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <string>

#include "staffing_json/bounded_json.hpp"

using namespace staffing;
using Catch::Matchers::Equals;

namespace {

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

/// Why a text is not read, in words.
std::string words_for(const std::string& text, std::size_t max_bytes = max_json_bytes) {
    try {
        json_from(text, "The answer", max_bytes);
    } catch (const JsonError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("JSON is read as it is") {
    CHECK(json_from(R"({"a": [1, "é", null]})", "The answer").dump() == R"({"a":[1,"é",null]})");
    CHECK(json_from<nlohmann::ordered_json>(R"({"b": 1, "a": 2})", "The answer").dump() ==
          R"({"b":1,"a":2})");
    CHECK(json_or_discarded("7") == 7);
}

TEST_CASE("what is nested deeper than 64 levels is not read, however much of it there is") {
    CHECK(json_or_discarded(nested(64)).is_array());
    for (const std::size_t depth : {65U, 100'000U}) {
        CHECK(json_or_discarded(nested(depth)).is_discarded());
        CHECK(json_or_discarded(std::string(depth, '[')).is_discarded());
        std::string objects;
        for (std::size_t level = 0; level < depth; ++level)
            objects += R"({"a":)";
        CHECK(json_or_discarded(objects).is_discarded());
    }
    CHECK_THAT(words_for(nested(65)),
               Equals("The answer is nested deeper than 64 levels, which is more than is read."));
}

TEST_CASE("brackets in texts nest nothing, and ended ones no more") {
    const std::string brackets(100, '[');
    CHECK(json_or_discarded("\"" + brackets + "\\\"" + brackets + "\\\\\"").is_string());
    std::string list = "[";
    for (int entry = 0; entry < 1'000; ++entry)
        list += "[{}],";
    CHECK(json_or_discarded(list + "[]]").is_array());
    CHECK(json_or_discarded("\"\\\\\"" + nested(100)).is_discarded());  // the text has ended before them
}

TEST_CASE("what is too large is refused before it is looked at") {
    CHECK(json_or_discarded("[12]", 4).is_array());
    CHECK(json_or_discarded("[123]", 4).is_discarded());
    CHECK_THAT(words_for(std::string(1'234'567, ' '), 262'144),
               Equals("The answer has 1,234,567 bytes; at most 262,144 are taken. Shorten what is in it."));
    CHECK_THAT(words_for("[1000]", 5),
               Equals("The answer has 6 bytes; at most 5 are taken. Shorten what is in it."));
}

TEST_CASE("what is no JSON is said to be none, a NUL behind it too") {
    using namespace std::string_literals;
    for (const std::string& text :
         {""s, " "s, "{"s, "[1"s, "{} {}"s, "[1]\0[2]"s, "\0"s, "\"a\0\""s, "\"\xFF\""s}) {
        CHECK(json_or_discarded(text).is_discarded());
        CHECK_THAT(words_for(text), Equals("The answer is not JSON."));
    }
}
