#include <catch2/catch_test_macros.hpp>

#include "templates/rendering_survey.hpp"

using namespace send_text;

namespace {

MergeValues person(const std::string& first_name) {
    return {first_name + " Smith", {{"first_name", first_name}, {"branch", "Memphis NE"}}};
}

}  // namespace

TEST_CASE("segments are added up over all, and the longest rendering is kept") {
    const Template letter = Template::parse("Hi {first_name}" + std::string(150, '.'));
    RenderingSurvey survey(letter);
    survey.add(person("Robert"));      // 159 characters
    survey.add(person("Maximilian"));  // 163: 2 segments
    survey.add(person("Zo\u00EB"));    // 156, but UCS-2: 3 segments
    survey.add(person("Ann"));
    CHECK(survey.texts() == 4);
    CHECK(survey.total_segments() == 1 + 2 + 3 + 1);
    CHECK(survey.longest_person() == "Zo\u00EB Smith");
    CHECK(survey.longest_index() == 2);
    CHECK(survey.longest() == "Hi Zo\u00EB" + std::string(150, '.'));
    CHECK(survey.longest_counts().segments == 3);
    CHECK(survey.longest_counts().characters == 156);
    CHECK(survey.failed().empty());
    CHECK(survey.unknown_fields().empty());
}

TEST_CASE("of as many segments, the one with the most characters is the longest; the first stays") {
    const Template letter = Template::parse("Hi {first_name}");
    RenderingSurvey survey(letter);
    for (const char* name : {"Ann", "Robert", "Zo\u00EB", "Norman"})
        survey.add(person(name));
    CHECK(survey.longest_person() == "Robert Smith");
}

TEST_CASE("who cannot be sent the message is told apart, with the first reason") {
    const Template letter = Template::parse("{first_name}");
    RenderingSurvey survey(letter);
    survey.add(person("Ann"));
    survey.add(person(""));
    survey.add(person(std::string(1601, 'a')));
    survey.add(person("B\x07"));
    survey.add(person("\u200B"));
    CHECK(survey.texts() == 5);
    CHECK(survey.total_segments() == 1);
    CHECK(survey.longest() == "Ann");
    CHECK(survey.failed() == std::vector<std::size_t>{1, 2, 3, 4});
    CHECK(survey.first_problem().value().reason.find("{first_name} is empty for  Smith.") == 0);

    RenderingSurvey other(letter);
    other.add({"Bob", {{"first_name", "B\x07"}}});
    CHECK(
        other.first_problem().value().reason ==
        "To Bob nothing can be sent. Character 2 of the message is a control character (U+0007) that phones "
        "cannot show. Delete it.");
    CHECK(other.longest().empty());
}

TEST_CASE("a field that nobody has is told, also when it has a default") {
    const Template letter = Template::parse("Hi {frist_name|there} of {branch}, {shoe_size|}");
    RenderingSurvey survey(letter);
    CHECK(survey.unknown_fields().empty());  // nobody was asked
    survey.add(person("Ann"));
    CHECK(survey.unknown_fields() == std::vector<std::string>{"frist_name", "shoe_size"});
    survey.add({"Bob", {{"branch", "Memphis NE"}, {"shoe_size", ""}}});
    CHECK(survey.unknown_fields() == std::vector<std::string>{"frist_name"});
}
