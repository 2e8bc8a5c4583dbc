#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "compose/merge_values_of.hpp"
#include "unit/compose/alexander.hpp"

using namespace send_text;
using send_text::testing::alexander;

namespace {

Recipient robert(const std::string& further_json = {}) {
    Recipient recipient;
    recipient.record = {RecordKind::employee, 5814};
    recipient.name = "Robert Smith";
    recipient.fields = {"Robert", "Smith", "55101", further_json};
    return recipient;
}

using Values = std::map<std::string, std::string, std::less<>>;

const Values without_further = {
    {"first_name", "Robert"},        {"last_name", "Smith"},       {"name", "Robert Smith"},
    {"zip_code", "55101"},           {"postal_code", "55101"},     {"branch", "Memphis NE"},
    {"rep_first_name", "Alexander"}, {"rep_last_name", "Swanson"}, {"rep_name", "Alexander Swanson"}};

}  // namespace

TEST_CASE("a message can be filled with the names, the postal code and the sender") {
    const MergeValues merge = merge_values_of(robert(), alexander);
    CHECK(merge.person == "Robert Smith");
    CHECK(merge.values == without_further);
}

TEST_CASE("and with what else the host has of the record") {
    const MergeValues merge = merge_values_of(
        robert(R"({"City": "St. Paul", "Years of Service": 4, "rate": 12.5, "has car": true, "note": "",
                   "skills": ["a"], "address": {"a": 1}, "left": null, " ": "x", "a|b": "x", "a}": "x"})"),
        alexander);
    Values expected = without_further;
    expected.insert({{"city", "St. Paul"},
                     {"years_of_service", "4"},
                     {"rate", "12.5"},
                     {"has_car", "true"},
                     {"note", ""},
                     {"left", ""}});  // known, and empty
    CHECK(merge.values == expected);
}

TEST_CASE("a record's further fields never stand for the names or the sender") {
    const MergeValues merge = merge_values_of(
        robert(R"({"First Name": "x", "name": "x", "ZIP-Code": "x", "branch": "x", "Rep Name": "x"})"),
        alexander);
    CHECK(merge.values == without_further);
}

TEST_CASE("a value stands within a sentence: on one line, without blanks around it") {
    Recipient recipient = robert(R"({"site": "Dock 4\r\nBack\u2028door\tleft ", "shift": "\u200B"})");
    recipient.fields.first_name = "Robert\nJames\u00A0";
    recipient.fields.last_name = "\u00A0";
    const MergeValues merge = merge_values_of(recipient, alexander);
    CHECK(merge.values.at("first_name") == "Robert James");
    CHECK(merge.values.at("last_name").empty());
    CHECK(merge.values.at("site") == "Dock 4 Back door left");
    CHECK(merge.values.at("shift").empty());
}

TEST_CASE("what is no JSON object counts as no further fields") {
    const auto broken = GENERATE(as<std::string>(), "{", "[]", "[\"a\"]", "\"a\"", "7", "null",
                                 "{\"city\": \"\xFF\"}", "{\"city\": \"St. Paul\"} more");
    CHECK(merge_values_of(robert(broken), alexander).values == without_further);
}

TEST_CASE("the fields are named that somebody has a value for") {
    FieldsHelp help;
    CHECK(describe_fields(help.names()) ==
          "Fields: {first_name}, {last_name}, {name}, {zip_code}, {branch}, {rep_first_name}, "
          "{rep_last_name}, {rep_name}.");
    help.add(
        {"Robert",
         {{"zip_code", ""}, {"rep_name", "A"}, {"first_name", "B"}, {"postal_code", "1"}, {"shift", ""}}});
    CHECK(describe_fields(help.names()) == "Fields: {first_name}, {rep_name}.");
    help.add({"Ann", {{"shift", "night"}, {"city", "Oslo"}}});
    CHECK(describe_fields(help.names()) == "Fields: {first_name}, {rep_name}, {city}, {shift}.");
    for (char letter = 'a'; letter <= 'z'; ++letter)
        help.add({"Ann", {{std::string(1, letter), "x"}}});
    CHECK(describe_fields(help.names()).ends_with(", {t} and 6 more."));
}
