#include <catch2/catch_test_macros.hpp>

#include "store/number_fact_store.hpp"
#include "unit/store/store_fixture.hpp"

using namespace send_text;

TEST_CASE("what was learned of a number last is kept until it is forgotten") {
    Store store;
    NumberFactStore facts(*store.database);
    CHECK(facts.of(E164("+16515551204")).empty());
    CHECK(facts.all().empty());

    facts.learn(E164("+16515551204"), NumberFact::takes_no_texts, "A landline.", at(5ms));
    facts.learn(E164("+16515551204"), NumberFact::takes_no_texts, "No mobile number.", at(6ms));
    facts.learn(E164("+16515551204"), NumberFact::opted_out, "STOP", at(7ms));
    facts.learn(E164("+16515551205"), NumberFact::opted_out, "STOP", at(8ms));
    const NumberFacts known = facts.of(E164("+16515551204"));
    REQUIRE(known.size() == 2);
    CHECK(known.at(NumberFact::takes_no_texts).reason == "No mobile number.");
    CHECK(known.at(NumberFact::takes_no_texts).learned_at == at(6ms));
    CHECK(facts.all().size() == 2);

    facts.learn(E164("+16515551204"), NumberFact::takes_no_texts, "Earlier.", at(3ms));
    CHECK(facts.of(E164("+16515551204")).at(NumberFact::takes_no_texts).learned_at == at(6ms));

    facts.forget(E164("+16515551204"), NumberFact::opted_out, at(6ms));  // it was learned later
    CHECK(facts.of(E164("+16515551204")).size() == 2);
    facts.forget(E164("+16515551204"), NumberFact::opted_out, at(7ms));
    facts.forget(E164("+16515550000"), NumberFact::opted_out, at(9ms));
    CHECK(facts.of(E164("+16515551204")).size() == 1);
    CHECK(facts.of(E164("+16515551205")).size() == 1);
}

TEST_CASE("what was learned of a number is known of each form in which it is written") {
    Store store;
    NumberFactStore facts(*store.database);
    facts.learn(E164("+5215512345678"), NumberFact::opted_out, "STOP", at(5ms));
    CHECK(facts.of(E164("+525512345678")).size() == 1);
    CHECK(facts.of(E164("+5215512345678")).size() == 1);
    CHECK(facts.all().contains(E164("+525512345678")));

    facts.learn(E164("+551187654321"), NumberFact::opted_out, "STOP", at(5ms));
    facts.forget(E164("+5511987654321"), NumberFact::opted_out, at(6ms));
    CHECK(facts.of(E164("+551187654321")).empty());
}

TEST_CASE("what a person lifts is told in the audit trail, whenever it was learned") {
    Store store;
    NumberFactStore facts(*store.database);
    AuditStore audit(*store.database);
    facts.learn(E164("+5215512345678"), NumberFact::takes_no_texts, "A landline.", at(50ms));
    facts.learn(E164("+5215512345678"), NumberFact::opted_out, "STOP", at(50ms));
    facts.lift(E164("+525512345678"), NumberFact::takes_no_texts,
               {.at = at(10ms), .who = {7, "Ann"}, .action = "number.no_landline", .detail = "Ported."});
    CHECK_FALSE(facts.of(E164("+525512345678")).contains(NumberFact::takes_no_texts));
    CHECK(facts.of(E164("+525512345678")).contains(NumberFact::opted_out));
    REQUIRE(audit.after(0, 10).size() == 1);
    CHECK(audit.after(0, 10)[0].detail == "Ported.");
}
