#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "body/body_problem.hpp"
#include "templates/template_rules.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using send_text::testing::contains;

TEST_CASE("a template's name is kept without the space around it") {
    CHECK(template_name(" Night  shift \n") == "Night  shift");
    CHECK(template_name(" \t").empty());
}

TEST_CASE("a template's name has 1 to 80 characters on one line") {
    CHECK(problem_of_template_name("Night shift: {first_name}? \U0001F600") == std::nullopt);
    CHECK(problem_of_template_name("").value().reason == "Give the template a name.");
    std::string name;
    for (int i = 0; i < 80; ++i)
        name += "\u00E9";
    CHECK(problem_of_template_name(name) == std::nullopt);
    CHECK(problem_of_template_name(name + "e").value().reason ==
          "The name has 81 characters; at most 80 are possible. Shorten it.");
    const auto control = GENERATE(as<std::string>(), "\n", "\t", "\x07", "\x7F", "\u0085");
    CHECK(contains(problem_of_template_name("Night" + control + "shift").value().reason,
                   "Write it on one line."));
}

TEST_CASE("a message can be kept when it could be sent and its fields are written well") {
    CHECK(problem_of_template_body("Hi {first_name|there},\nhow are you?") == std::nullopt);
    CHECK(problem_of_template_body(std::string(max_body_characters, 'a')) == std::nullopt);
    CHECK(contains(problem_of_template_body(std::string(max_body_characters + 1, 'a')).value().reason,
                   "Shorten it."));
    CHECK(problem_of_template_body(" \n").value().reason == "Write a message first.");
    CHECK(contains(problem_of_template_body("a\x07").value().reason, "control character"));
    CHECK(contains(problem_of_template_body("Hi {first_name").value().reason, "is not closed"));
}
