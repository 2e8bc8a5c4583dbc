#include <catch2/catch_test_macros.hpp>

#include "consent/consent_register.hpp"
#include "consent/number_conditions.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/numbers.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/temp_folder.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const E164 in_minnesota("+16515551204");

struct Office {
    TempFolder folder;
    SeededRandom random{1};
    Database database{folder.file("store.sqlite"), random};
    ManualClock clock;  // 9:04 in Minnesota, 5:04 in Honolulu
    NumberFactStore facts{database};
    ConsentRegister consent{facts, clock};
    TextingHours hours;

    std::optional<NumberCondition> condition_of(const E164& number,
                                                const std::string& zone = "America/Chicago") {
        return number_conditions(facts, hours, zone, clock.now())(number);
    }
};

}  // namespace

TEST_CASE("nothing speaks against a number of which nothing is known, by day") {
    Office office;
    CHECK_FALSE(office.condition_of(in_minnesota));
    CHECK(office.consent.refusal(in_minnesota) == std::nullopt);
}

TEST_CASE("where it is not day yet, it is said when the text leaves") {
    Office office;
    const auto condition = office.condition_of(E164("+18085551204"));
    REQUIRE(condition);
    CHECK(condition->verdict == Verdict::outside_hours);
    CHECK(condition->detail == "8:00 AM");
    office.hours = {13h + 5min, 20h};
    CHECK(office.condition_of(in_minnesota)->detail == "1:05 PM");
    office.hours = {0h, 24h};
    CHECK_FALSE(office.condition_of(E164("+18085551204")));
}

TEST_CASE(
    "a number without a place has the hours of the branch, one of another country those of the country") {
    Office office;
    CHECK_FALSE(office.condition_of(E164("+870773123456")));
    CHECK(office.condition_of(E164("+870773123456"), "Pacific/Honolulu")->verdict == Verdict::outside_hours);
    CHECK_FALSE(office.condition_of(E164("+447911123456"), "Pacific/Honolulu"));  // 15:04 there
    CHECK(office.condition_of(E164("+819012345678"))->verdict == Verdict::outside_hours);
}

TEST_CASE("STOP opts the number out until START, and nothing else does") {
    Office office;
    office.consent.record_reply(in_minnesota, "Yes, at 5", office.clock.now());
    CHECK_FALSE(office.condition_of(in_minnesota));
    office.consent.record_reply(in_minnesota, "Stop.", office.clock.now());
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::opted_out);
    CHECK(office.consent.refusal(in_minnesota).value().reason.find("opted out") != std::string::npos);
    CHECK_FALSE(office.condition_of(E164("+16515551205")));
    office.consent.record_reply(in_minnesota, "Who is this?", office.clock.now());
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::opted_out);
    office.consent.record_reply(in_minnesota, "START", office.clock.now());
    CHECK_FALSE(office.condition_of(in_minnesota));
}

TEST_CASE("an earlier START that is filed late does not undo a later STOP") {
    Office office;
    office.consent.record_reply(in_minnesota, "STOP", at(2s));
    office.consent.record_reply(in_minnesota, "START", at(1s));
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::opted_out);
}

TEST_CASE("what a carrier says of a number holds until somebody writes from it") {
    Office office;
    office.consent.record_fact(in_minnesota, NumberFact::takes_no_texts, "A landline.");
    const auto condition = office.condition_of(in_minnesota);
    REQUIRE(condition);
    CHECK(condition->verdict == Verdict::cannot_receive);
    CHECK(condition->detail == "the carrier says that it is not a mobile number");
    office.consent.record_reply(in_minnesota, "I can text!", office.clock.now());
    CHECK_FALSE(office.condition_of(in_minnesota));

    office.consent.record_fact(in_minnesota, NumberFact::opted_out, "The person has sent STOP.");
    office.consent.record_fact(in_minnesota, NumberFact::takes_no_texts, "A landline.");
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::opted_out);
}

TEST_CASE("a STOP and a START count for each form in which a number is written") {
    Office office;
    const E164 reached("+525512345678");
    office.consent.record_reply(E164("+5215512345678"), "STOP", at(1s));
    CHECK(office.condition_of(reached)->verdict == Verdict::opted_out);
    CHECK(office.consent.refusal(reached) != std::nullopt);
    office.consent.record_reply(reached, "START", at(2s));
    CHECK(office.consent.refusal(E164("+5215512345678")) == std::nullopt);
}

TEST_CASE("a landline is tried again after ninety days") {
    Office office;
    office.consent.record_fact(in_minnesota, NumberFact::takes_no_texts, "A landline.");
    office.clock.advance(2160h - 1min);
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::cannot_receive);
    office.clock.advance(1min);
    CHECK_FALSE(office.condition_of(in_minnesota));
    office.consent.record_fact(in_minnesota, NumberFact::takes_no_texts, "A landline still.");
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::cannot_receive);
}

TEST_CASE("an opt-out does not pass with time") {
    Office office;
    office.consent.record_reply(in_minnesota, "STOP", office.clock.now());
    office.clock.advance(24000h);
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::opted_out);
}

TEST_CASE("a person who knows better lifts what a carrier said, until it says so again, and no opt-out") {
    Office office;
    office.consent.record_fact(in_minnesota, NumberFact::takes_no_texts, "A landline.");
    office.consent.clear_landline(in_minnesota, {RecordKind::employee, 5814}, "They had it ported.",
                                  {7, "Ann"});
    CHECK_FALSE(office.condition_of(in_minnesota));
    const auto record_fact = AuditStore(office.database).after(0, 10);
    REQUIRE(record_fact.size() == 1);
    CHECK(record_fact[0].who.name == "Ann");
    CHECK(record_fact[0].action == "number.no_landline");
    CHECK(record_fact[0].number == in_minnesota);
    CHECK(record_fact[0].records == "employee 5814");
    CHECK(record_fact[0].detail == "They had it ported.");

    office.consent.record_fact(in_minnesota, NumberFact::takes_no_texts, "A landline.");
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::cannot_receive);
    office.consent.record_reply(in_minnesota, "STOP", office.clock.now());
    office.consent.clear_landline(in_minnesota, {RecordKind::employee, 5814}, "Still.", {7, "Ann"});
    CHECK(office.condition_of(in_minnesota)->verdict == Verdict::opted_out);
}

TEST_CASE("a number that a carrier took a text for is known to work, unless something speaks against it") {
    Office office;
    const E164 unplanned("+16545551204");
    office.consent.record_fact(unplanned, NumberFact::is_in_service, "A carrier took a text for it.");
    office.hours = {0h, 24h};
    const auto condition = office.condition_of(unplanned);
    REQUIRE(condition);
    CHECK(condition->verdict == Verdict::ok);
    CHECK(condition->is_known_to_work);
    office.consent.record_fact(unplanned, NumberFact::takes_no_texts, "A landline.");
    CHECK(office.condition_of(unplanned)->verdict == Verdict::cannot_receive);
    office.consent.record_fact(unplanned, NumberFact::opted_out, "STOP");
    CHECK(office.condition_of(unplanned)->verdict == Verdict::opted_out);
}
