#include <catch2/catch_test_macros.hpp>

#include "compose/recipient_list.hpp"

using namespace send_text;

namespace {

Recipient person(std::int64_t id, const E164& number, Verdict verdict = Verdict::ok) {
    Recipient recipient;
    recipient.record = {RecordKind::employee, id};
    recipient.number = number;
    recipient.verdict = verdict;
    return recipient;
}

}  // namespace

TEST_CASE("records that share a number get one text, which all of them own") {
    RecipientList list;
    list.add(person(1, E164("+16515551204")));
    list.add(person(2, E164("+16515551205")));
    list.add(person(3, E164("+16515551204")));
    list.add(person(4, E164(), Verdict::missing));
    CHECK(list.textable() == 3);
    REQUIRE(list.texts() == 2);
    const std::vector<OutgoingText> texts =
        list.outgoing([](const E164& number) { return LineId("line of " + number.str()); });
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].number.str() == "+16515551204");
    CHECK(texts[0].records == std::vector<RecordRef>{{RecordKind::employee, 1}, {RecordKind::employee, 3}});
    CHECK(texts[1].records == std::vector<RecordRef>{{RecordKind::employee, 2}});
}

TEST_CASE("when the first with a number is removed, the next takes its place") {
    RecipientList list;
    list.add(person(1, E164("+16515551204")));
    list.add(person(2, E164(), Verdict::missing));
    Recipient heir = person(3, E164("+16515551204"), Verdict::extension_dropped);
    heir.reason = "without its extension";
    list.add(heir);
    CHECK(list.all()[2].verdict == Verdict::shares_number);
    CHECK(list.remove({0}) == std::vector<std::size_t>{1});
    CHECK(list.all()[1].verdict == Verdict::extension_dropped);
    CHECK(list.all()[1].reason == "without its extension");
    CHECK(list.texts() == 1);
    CHECK(list.remove({0}).empty());
    CHECK(list.remove({0}).empty());
    CHECK(list.all().empty());
}

TEST_CASE("another number for the first lets the next take its place, and may bring it next to a third") {
    RecipientList list;
    list.add(person(1, E164("+16515551204")));
    list.add(person(2, E164("+16515551204")));
    list.add(person(3, E164("+16515551205")));
    CHECK(list.replace(0, person(1, E164("+16515551205"))) == std::vector<std::size_t>{0, 1, 2});
    CHECK(list.all()[0].verdict == Verdict::ok);
    CHECK(list.all()[1].verdict == Verdict::ok);
    CHECK(list.all()[2].verdict == Verdict::shares_number);
    CHECK(list.found(2).verdict == Verdict::ok);
    CHECK(list.textable() == 3);
}

TEST_CASE("several rows are removed at once, and who shared with them is shown anew") {
    RecipientList list;
    list.add(person(1, E164("+16515551204")));
    list.add(person(2, E164(), Verdict::missing));
    list.add(person(3, E164("+16515551204")));
    list.add(person(4, E164(), Verdict::opted_out));
    list.add(person(5, E164("+16515551205")));
    CHECK(list.remove({0, 1, 3}) == std::vector<std::size_t>{0});
    REQUIRE(list.all().size() == 2);
    CHECK(list.all()[0].record.id == 3);
    CHECK(list.all()[0].verdict == Verdict::ok);
    CHECK(list.all()[1].record.id == 5);
    CHECK(list.texts() == 2);
}

TEST_CASE("a record that comes twice gets one text") {
    RecipientList list;
    list.add(person(1, E164("+16515551204")));
    list.add(person(1, E164("+16515551204")));
    CHECK(list.texts() == 1);
    CHECK(list.outgoing([](const E164&) { return LineId(); }).size() == 1);
}

TEST_CASE("a row is found by its record") {
    RecipientList list;
    list.add(person(5814, E164("+16515551204")));
    CHECK(list.find("employee:5814") == std::optional<std::size_t>(0));
    CHECK_FALSE(list.find("contact:5814"));
    CHECK_FALSE(list.find("employee:"));
    CHECK_FALSE(list.find("employee:5814x"));
    CHECK_FALSE(list.find("5814"));
}
