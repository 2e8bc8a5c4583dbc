#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "body/plain_characters.hpp"
#include "compose/message_draft.hpp"
#include "unit/compose/alexander.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using send_text::testing::alexander;
using send_text::testing::contains;

namespace {

/// Somebody whose number ends like their id, unless another is given.
Recipient person(std::int64_t id, const std::string& first_name, std::int64_t number = 0) {
    Recipient recipient;
    recipient.record = {RecordKind::employee, id};
    recipient.name = first_name + " Poe";
    recipient.number = E164("+1651555" + std::to_string(1000 + (number == 0 ? id : number)));
    recipient.verdict = number == 0 ? Verdict::ok : Verdict::shares_number;
    recipient.fields = {first_name, "Poe", "55101", R"({"shift": "night"})"};
    return recipient;
}

Recipient without_number(std::int64_t id) {
    Recipient recipient = person(id, "Nobody");
    recipient.number = {};
    recipient.verdict = Verdict::missing;
    return recipient;
}

MessageDraft draft_for(const std::vector<Recipient>& recipients, const std::string& message) {
    MessageDraft draft(alexander);
    draft.set_recipients(recipients);
    draft.write(message);
    return draft;
}

SendRequest request_to(const std::vector<Recipient>& recipients) {
    SendRequest request;
    for (const Recipient& recipient : recipients)
        request.texts.push_back({recipient.number, {recipient.record}});
    return request;
}

}  // namespace

TEST_CASE("a message without fields is the same for all, and its note counts it") {
    MessageDraft draft(alexander);
    CHECK(draft.note() == "0/160");
    CHECK(draft.problem().value().reason == "Write a message first.");

    draft = draft_for({person(1, "Ann"), person(2, "Bob")}, "Can you work {{ tonight?");
    CHECK_FALSE(draft.has_fields());
    CHECK(draft.note() == "24/160 \u00B7 1 segment");
    CHECK(draft.problem() == std::nullopt);
    CHECK(draft.failed().empty());
    CHECK(draft.rendering(1).body == "Can you work { tonight?");

    SendRequest request = request_to({person(1, "Ann"), person(2, "Bob")});
    draft.write("{{" + std::string(160, 'a'));
    draft.fill(request);
    CHECK(request.body == "{" + std::string(160, 'a'));
    CHECK(request.texts[1].body.empty());
    CHECK(request.texts[1].segments == 2);
}

TEST_CASE("with fields, the longest rendering and the sum of all are told") {
    const std::vector<Recipient> people = {person(1, "Ann"), person(2, "Maximilian"), without_number(3),
                                           person(4, "Bob")};
    MessageDraft draft = draft_for(people, "Hi {first_name}, " + std::string(145, 'a'));
    CHECK(draft.has_fields());
    CHECK(draft.note() == "Longest: Maximilian Poe \u00B7 160/160 \u00B7 1 segment \u00B7 3 segments in all");
    draft.write("Hi {first_name}, " + std::string(149, 'a'));
    CHECK(draft.note() ==
          "Longest: Maximilian Poe \u00B7 164/306 \u00B7 2 segments \u00B7 4 segments in all");
    CHECK(draft.longest_text() == 1);
    CHECK(draft.problem() == std::nullopt);

    draft.set_recipients({people[0]});
    CHECK(draft.note() == "Ann Poe \u00B7 157/160 \u00B7 1 segment");
    draft.set_recipients({without_number(3)});
    CHECK(draft.note() == "The fields are filled in for each recipient.");
    CHECK(draft.problem() == std::nullopt);  // that nobody can be texted is not the message's problem
}

TEST_CASE("each text of a request gets the text worded for its recipient") {
    const std::vector<Recipient> people = {person(1, "Ann"), person(2, "Bob"), person(3, "Zo\u00EB")};
    const MessageDraft draft =
        draft_for(people, "{First Name}, {rep_first_name} of {branch}: {shift}? " + std::string(125, 'a'));
    SendRequest request = request_to({people[2], people[0]});
    draft.fill(request);
    CHECK(request.body == draft.message());
    CHECK(request.texts[0].body == "Zo\u00EB, Alexander of Memphis NE: night? " + std::string(125, 'a'));
    CHECK(request.texts[0].segments == 3);
    CHECK(request.texts[1].body == "Ann, Alexander of Memphis NE: night? " + std::string(125, 'a'));
    CHECK(request.texts[1].segments == 2);
}

TEST_CASE("nothing is filled in where something is missing, and nobody else's number gets it") {
    const std::vector<Recipient> people = {person(1, "Ann"), person(2, "")};
    const MessageDraft draft = draft_for(people, "Hi {first_name}");
    SendRequest to_all = request_to(people);
    CHECK_THROWS_AS(draft.fill(to_all), std::invalid_argument);
    SendRequest to_another = request_to({person(9, "Eve")});
    CHECK_THROWS_AS(draft.fill(to_another), std::out_of_range);
}

TEST_CASE("a template that is written badly is a problem of the message, of nobody in it") {
    const MessageDraft draft = draft_for({person(1, "Ann")}, "Hi {first_name");
    CHECK(contains(draft.problem().value().reason, "is not closed"));
    CHECK(draft.failed().empty());
    CHECK(draft.note() == "15/160 \u00B7 1 segment");
    CHECK(draft.rendering(0).problem.value().reason == draft.problem().value().reason);
    SendRequest request = request_to({person(1, "Ann")});
    CHECK_THROWS_AS(draft.fill(request), std::invalid_argument);
}

TEST_CASE("a field that nobody has is named") {
    const MessageDraft draft = draft_for({person(1, "Ann")}, "Hi {frist_name|there}, {shoe_size}");
    CHECK(draft.problem().value().reason ==
          "There are no fields {frist_name}, {shoe_size}. Correct the spelling, or delete it.");
    CHECK(draft.fields().front() == "first_name");
    CHECK(draft.fields().back() == "shift");
    CHECK(draft.failed().empty());
}

TEST_CASE("who shares a text that cannot be sent is counted and marked, too") {
    const MessageDraft draft =
        draft_for({person(1, ""), person(2, "Bob", 1), person(3, "Cal")}, "Hi {first_name}");
    CHECK(draft.problem().value().reason.ends_with(" The message cannot be sent to 1 other either."));
    REQUIRE(draft.failed().size() == 2);
    CHECK(draft.failed()[1].index == 1);
    CHECK(draft.failed()[1].words == draft.failed()[0].words);
}

TEST_CASE("who lacks a value is named, the others are counted, and their rows are known") {
    MessageDraft draft =
        draft_for({person(1, "Ann"), without_number(2), person(3, ""), person(4, " "), person(5, "")},
                  "Hi {first_name}");
    CHECK(contains(draft.problem().value().reason, "{first_name} is empty for  Poe."));
    CHECK(contains(draft.problem().value().reason, "{first_name|there}"));
    CHECK(draft.problem().value().reason.ends_with(" The message cannot be sent to 2 others either."));
    const std::vector<RecipientRemark> failed = draft.failed();
    REQUIRE(failed.size() == 3);
    CHECK(failed[0].index == 2);
    CHECK(failed[1].index == 3);
    CHECK(failed[2].index == 4);
    CHECK(contains(failed[2].words, "{first_name} is empty"));
    CHECK(draft.note().starts_with("Ann Poe \u00B7 "));

    draft.write("Hi {first_name|there}");
    CHECK(draft.problem() == std::nullopt);
    CHECK(draft.failed().empty());
}

TEST_CASE("a message that becomes too long for somebody is that person's problem") {
    const MessageDraft draft =
        draft_for({person(1, "Ann"), person(2, "Maximilian")}, "{first_name}" + std::string(1595, 'a'));
    CHECK(contains(draft.problem().value().reason,
                   "To Maximilian Poe nothing can be sent. The message has 1605 characters"));
    REQUIRE(draft.failed().size() == 1);
    CHECK(draft.failed()[0].index == 1);
}

TEST_CASE("records that share a number get one text, and it is said for whom it is worded") {
    const std::vector<Recipient> people = {person(1, "Ann"), person(2, "Bob", 1), person(3, "Cid", 1),
                                           person(4, "Dan")};
    MessageDraft draft = draft_for({people[0], people[1], people[3]}, "Hi {first_name}");
    REQUIRE(draft.texts().size() == 2);
    CHECK(draft.texts()[0].recipients.size() == 2);
    CHECK(
        draft.note().ends_with(" \u00B7 2 segments in all. Bob Poe gets the text worded for Ann Poe, "
                               "whose number is the same."));
    REQUIRE(draft.worded_for_others().size() == 1);
    CHECK(draft.worded_for_others()[0].index == 1);
    CHECK(draft.worded_for_others()[0].words == "Gets the text worded for Ann Poe.");
    CHECK(draft.text_of({RecordKind::employee, 2}) == std::optional<std::size_t>(0));
    CHECK(draft.text_of({RecordKind::employee, 4}) == std::optional<std::size_t>(1));
    CHECK_FALSE(draft.text_of({RecordKind::contact, 4}));

    draft.set_recipients(people);
    CHECK(draft.note().ends_with(
        "Bob Poe and 1 other get the text worded for somebody whose number is the same."));
    draft.write("Hi {last_name}");  // which is the same for all
    CHECK(draft.worded_for_others().empty());
    CHECK_FALSE(contains(draft.note(), "worded"));

    // Without the first, the next words it.
    draft.write("Hi {first_name}");
    draft.set_recipients({people[1], people[2]});
    CHECK(draft.rendering(0).body == "Hi Bob");
}

TEST_CASE("plain characters are offered where they save segments of anybody's text") {
    MessageDraft draft = draft_for({person(1, "Ann"), person(2, "Maximilian")},
                                   "{first_name}, it\u2019s on" + std::string(60, 'a'));
    CHECK(draft.note() ==
          "Longest: Maximilian Poe \u00B7 79/134 \u00B7 2 segments \u00B7 4 segments in all. \u2019 makes "
          "this 2 segments instead of 1; ' would not.");
    REQUIRE(draft.offers_plain_characters());
    draft.write(plain_characters(draft.message()));
    CHECK(draft.message() == "{first_name}, it's on" + std::string(60, 'a'));
    CHECK(contains(draft.note(), "2 segments in all"));
    CHECK_FALSE(draft.offers_plain_characters());

    draft.write("{first_name}, it\u2019s on");  // one segment either way, but more room in it
    CHECK(draft.offers_plain_characters());
    draft.write("{first_name}, it\u2019s on \U0001F600");
    CHECK_FALSE(draft.offers_plain_characters());
    draft.write("it\u2019s on" + std::string(70, 'a'));
    CHECK(draft.offers_plain_characters());
}

TEST_CASE("values made elsewhere are used, and the last ones count") {
    const std::vector<Recipient> people = {person(1, "Ann")};
    MessageDraft draft(alexander);
    draft.write("Hi {first_name}");
    draft.add_values(values_by_record(std::vector{person(1, "Old"), person(2, "Bob")}, alexander));
    draft.add_values(values_by_record(std::vector{person(1, "New")}, alexander));
    draft.set_recipients(people);
    CHECK(draft.rendering(0).body == "Hi New");
    draft.set_recipients({person(2, "Other")});
    CHECK(draft.rendering(0).body == "Hi Bob");
}

TEST_CASE("a copy shows what was there when it was made") {
    MessageDraft draft = draft_for({person(1, "Ann"), person(2, "Bob")}, "Hi {first_name}");
    const MessageDraft copy = draft;
    draft.write("Bye");
    draft.set_recipients({});
    CHECK(copy.rendering(1).body == "Hi Bob");
    CHECK(copy.texts().size() == 2);
    CHECK(copy.note() == "Longest: Ann Poe \u00B7 6/160 \u00B7 1 segment \u00B7 2 segments in all");
}

TEST_CASE("what all texts cost is told with fields and without") {
    MessageDraft draft = draft_for({person(1, "Ann"), person(2, "Bob")}, "Hi {first_name}");
    CHECK(draft.total_segments() == 2);
    draft.write(std::string(161, 'a'));
    CHECK(draft.total_segments() == 4);
    draft.write("");
    CHECK(draft.total_segments() == 0);
}
