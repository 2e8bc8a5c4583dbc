#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "templates/template.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

const MergeValues robert{
    "Robert Smith",
    {{"first_name", "Robert"}, {"branch", "Memphis NE"}, {"rep_first_name", "Alexander"}, {"nickname", ""}}};

std::string rendered(std::string_view text, const MergeValues& values = robert) {
    const Rendering rendering = Template::parse(text).render(values);
    CHECK(rendering.problem == std::nullopt);
    return rendering.body;
}

std::string problem_of(std::string_view text, const MergeValues& values = robert) {
    const Rendering rendering = Template::parse(text).render(values);
    CHECK(rendering.body.empty());
    return reason_or_empty(rendering.problem);
}

void expect_refused(std::string_view text, const std::string& words) {
    INFO(text);
    CHECK_THROWS_MATCHES(Template::parse(text), TemplateError, MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("a text without fields is its own rendering") {
    const auto text = GENERATE(as<std::string>(), "", "Hello", "Two\nlines", "5 } 4 :}", "\u4E2D \U0001F600");
    CHECK(Template::parse(text).fields().empty());
    CHECK(rendered(text) == text);
    CHECK(rendered(text, {"Nobody", {}}) == text);
}

TEST_CASE("fields are filled in, and named once each in their order") {
    const Template letter =
        Template::parse("Hi {first_name}, {rep_first_name} of {branch} here. OK, {first_name}?");
    CHECK(letter.fields() == std::vector<std::string>{"first_name", "rep_first_name", "branch"});
    CHECK(letter.render(robert).body == "Hi Robert, Alexander of Memphis NE here. OK, Robert?");
    CHECK(rendered("{first_name}{branch}") == "RobertMemphis NE");
}

TEST_CASE("a field is the same however its name is written") {
    const auto text = GENERATE(as<std::string>(), "{First Name}", "{ first_name }", "{FIRST-NAME}");
    CHECK(rendered(text) == "Robert");
    CHECK(Template::parse(text).fields() == std::vector<std::string>{"first_name"});
    CHECK(field_name(" Zip Code\t") == "zip_code");
}

TEST_CASE("a default stands in for a value that is empty or unknown, and for no other") {
    CHECK(rendered("Hi {first_name|there}") == "Hi Robert");
    CHECK(rendered("Hi {nickname|there}") == "Hi there");
    CHECK(rendered("Hi {shoe_size|there}") == "Hi there");
    CHECK(rendered("Hi {nickname|}!") == "Hi !");
    CHECK(rendered("Hi {nickname|a|b }.") == "Hi a|b .");
    CHECK(rendered("Hi {first_name|there}", {"Ann", {{"first_name", " \n"}}}) == "Hi there");
}

TEST_CASE("a value is filled in as it is, without the space around it") {
    CHECK(rendered("{first_name}!", {"Ann", {{"first_name", " Ann Marie\n"}}}) == "Ann Marie!");
    CHECK(rendered("{first_name}", {"X", {{"first_name", "{branch} {{"}, {"branch", "B"}}}) == "{branch} {{");
}

TEST_CASE("a value that shows nothing is empty") {
    const auto blank = GENERATE(as<std::string>(), "\u00A0", "\u200B", "\u3000", "\uFEFF", "\u2060", "\u00AD",
                                "\u200E", "\u202F", "\u180E", "\u3164", "\u115F", "\u2800", "\u2028",
                                "\u0085", "\uFE0F", "\u200D", "\U000E0020", "\u200B \u00A0\t");
    INFO(blank);
    const MergeValues values{"Ann", {{"first_name", blank}}};
    CHECK(rendered("Hi {first_name|there}!", values) == "Hi there!");
    CHECK(problem_of("Hi {first_name}!", values).starts_with("{first_name} is empty for Ann."));
    CHECK(rendered("Hi {first_name}!", {"Ann", {{"first_name", blank + "Ann" + blank}}}) == "Hi Ann!");
}

TEST_CASE("what shows nothing at the ends of a message does not make it cost more") {
    CHECK(rendered("Hi {first_name}\u00A0") == "Hi Robert");
    CHECK(rendered("\uFEFFHi {first_name} \u200B\n") == "Hi Robert");
    CHECK(rendered("Hello \u2003\t") == "Hello");
    CHECK(rendered("Hi {nickname|\u00A0}") == "Hi");
    CHECK(rendered(" Hello \n") == " Hello \n");  // plain spaces are the writer's business
    CHECK(rendered("a\u00A0b") == "a\u00A0b");    // as are those within, which the window points at
    CHECK(rendered("Thanks \u2764\uFE0F") == "Thanks \u2764\uFE0F");
}

TEST_CASE("a field's name is the same with blanks in it that look like its own, or like nothing") {
    CHECK(rendered("{First\u00A0Name}") == "Robert");
    CHECK(rendered("{\u200Bfirst_na\u00ADme\u00A0}") == "Robert");
}

TEST_CASE("an empty or unknown field without a default names the field and the person") {
    CHECK(problem_of("Hi {nickname}") ==
          "{nickname} is empty for Robert Smith. Add a default, as in {nickname|there}, or "
          "take Robert Smith out.");
    CHECK(problem_of("Hi {frist_name}").starts_with("{frist_name} is unknown for Robert Smith."));
    CHECK(problem_of("{First Name}", {"Ann", {}}).starts_with("{first_name} is unknown for Ann."));
    // The same field may have a default in one place and none in another.
    CHECK_FALSE(problem_of("{nickname|there} {nickname}").empty());
}

TEST_CASE("two braces are a brace as such") {
    CHECK(rendered("{{ and {{a and }") == "{ and {a and }");
    CHECK(rendered("{{{first_name}}") == "{Robert}");
    CHECK(rendered("{{not closed {first_name}") == "{not closed Robert");
    CHECK(rendered("{{{first_name}}}") == "{Robert}");
    CHECK(rendered("{{{first_name}}} and {{{branch}}}") == "{Robert} and {Memphis NE}");
    CHECK(rendered("{{ {first_name}, {branch} }}") == "{ Robert, Memphis NE }");
    CHECK(rendered("{{}}") == "{}");
    CHECK(rendered("{{ {{a: {first_name}}} }}") == "{ {a: Robert} }");
    CHECK(rendered("{{ :} :}} }}") == "{ :} :}} }}");
    CHECK(rendered("{first_name} } :}}") == "Robert } :}}");
    CHECK(rendered("}{first_name}") == "}Robert");
}

TEST_CASE("one brace too many at a field goes out to nobody") {
    expect_refused("Hi {first_name}}", "There is one } too many after {first_name}. Delete it");
    expect_refused("Hi {First Name|there}}, hello", "write {{{first_name}}}.");
    expect_refused("{first_name}}}", "too many");
    expect_refused("Hi {{first_name}, hello",
                   "The field {{first_name} has double braces. Write {first_name}.");
    expect_refused("{{{first_name}}}}", "too many");
    expect_refused("{{ {branch} }} {first_name}}", "after {first_name}");
}

TEST_CASE("what is no template is refused with what to do") {
    expect_refused("Hi {first_name", "The brace at \"{first_name\" is not closed.");
    expect_refused("Hi {first_name, {branch}", "{first_name, {branch}");
    expect_refused("Hi {first\n_name}", "\"{first\" is not closed");
    expect_refused("{", "or {{ for a brace as such");
    expect_refused("Hi {}", "The field {} has no name.");
    expect_refused("Hi { |there}", "has no name");
    expect_refused("Hi {{first_name}}", "Write {first_name}.");
    expect_refused("Hi {{first_name|there}} and so on", "Write {first_name|there}.");
    // A long rest is cut between two characters.
    expect_refused("{" + std::string(22, 'a') + "\u4E2Dbc", "\"{" + std::string(22, 'a') + "\u2026\" is");
}
