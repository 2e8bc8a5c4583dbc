#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "consent/consent_register.hpp"
#include "consent/number_conditions.hpp"
#include "core/time.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/numbers.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/temp_folder.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const E164 number("+16515551204");

struct Office {
    TempFolder folder;
    SeededRandom random{1};
    Database database{folder.file("store.sqlite"), random};
    ManualClock clock;  // 9:04 in Minnesota
    NumberFactStore facts{database};
    AuditStore audit{database};
    bool can_ask_host = true;
    ConsentRegister consent{
        facts, clock, [this](const E164&) {
            if (!can_ask_host) throw std::runtime_error("The host fails.");
            return std::vector<RecordRef>{{RecordKind::employee, 5814}, {RecordKind::contact, 6553}};
        }};

    std::vector<AuditEntry> audit_entries() { return audit.after(0, 100); }
};

}  // namespace

TEST_CASE(
    "opting out by text, and in again, is told in the audit trail, once each, with whose number it is") {
    Office office;
    const TimePoint now = office.clock.now();
    office.consent.record_reply(number, "Yes", now, LineId("+16515550100"));
    office.consent.record_reply(number, "START", now, LineId("+16515550100"));
    CHECK(office.audit_entries().empty());
    office.consent.record_reply(number, "Stop.", now, LineId("+16515550100"));
    office.consent.record_reply(number, "STOP", now + 1ms, LineId("+16515550100"));
    REQUIRE(office.audit_entries().size() == 1);
    const AuditEntry out = office.audit_entries().front();
    CHECK(out.action == "number.opt_out");
    CHECK(out.who.name == "Send Text");
    CHECK(out.number == number);
    CHECK(out.line.str() == "+16515550100");
    CHECK(out.records == "employee 5814, contact 6553");
    CHECK(out.outcome == "done");
    office.consent.record_reply(number, "START", now + 2ms, LineId("+16515550100"));
    office.consent.record_reply(number, "START", now + 3ms, LineId("+16515550100"));
    REQUIRE(office.audit_entries().size() == 2);
    CHECK(office.audit_entries().back().action == "number.opt_in");
}

TEST_CASE("a START from before the STOP that is known ends nothing, and tells nothing") {
    Office office;
    office.consent.record_reply(number, "STOP", at(2s));
    office.consent.record_reply(number, "START", at(1s));
    CHECK(office.audit_entries().size() == 1);
}

TEST_CASE("an opt-out that the carrier tells of is in the audit trail; other facts are not") {
    Office office;
    office.consent.record_fact(number, NumberFact::takes_no_texts, "A landline.");
    CHECK(office.audit_entries().empty());
    office.consent.record_fact(number, NumberFact::opted_out, "The person has replied STOP.");
    office.consent.record_fact(number, NumberFact::opted_out, "The person has replied STOP.");
    REQUIRE(office.audit_entries().size() == 1);
    CHECK(office.audit_entries().front().detail == "The carrier says so. The person has replied STOP.");
}

TEST_CASE("an opt-out counts and is told also while the host's records cannot be asked") {
    Office office;
    office.can_ask_host = false;
    office.consent.record_reply(number, "STOP", office.clock.now());
    CHECK(office.consent.refusal(number) != std::nullopt);
    REQUIRE(office.audit_entries().size() == 1);
    CHECK(office.audit_entries().front().records.empty());
}

TEST_CASE("since when a number has opted out is told by the day of who asks") {
    Office office;
    office.consent.record_reply(number, "STOP", office.clock.now());
    const auto condition =
        number_conditions(office.facts, TextingHours(), "America/Chicago", office.clock.now())(number);
    REQUIRE(condition);
    CHECK(condition->detail == "Mar 2, 2026");
}
