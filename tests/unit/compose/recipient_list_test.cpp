#include <catch2/catch_test_macros.hpp>

#include "compose/recipient_list.hpp"

using namespace send_text;

namespace {

Recipient person(std::int64_t id, const std::string& number, Verdict verdict = Verdict::ok) {
    Recipient recipient;
    recipient.record = {RecordKind::employee, id};
    recipient.number = number;
    recipient.verdict = verdict;
    return recipient;
}

}  // namespace

TEST_CASE("records that share a number get one text, which all of them own") {
    RecipientList list;
    list.add(person(1, "+16515551204"));
    list.add(person(2, "+16515551205"));
    list.add(person(3, "+16515551204", Verdict::shares_number));
    list.add(person(4, "", Verdict::missing));
    CHECK(list.textable() == 3);
    CHECK(list.texts() == 2);
    const std::vector<OutgoingText> texts =
        list.outgoing([](const std::string& number) { return "line of " + number; });
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].number == "+16515551204");
    CHECK(texts[0].records == std::vector<RecordRef>{{RecordKind::employee, 1}, {RecordKind::employee, 3}});
    CHECK(texts[1].records == std::vector<RecordRef>{{RecordKind::employee, 2}});
}

TEST_CASE("when the first with a number is removed, the next takes its place") {
    RecipientList list;
    list.add(person(1, "+16515551204"));
    list.add(person(2, "", Verdict::missing));
    list.add(person(3, "+16515551204", Verdict::shares_number));
    CHECK(list.remove(0) == std::optional<std::size_t>(1));
    CHECK(list.all()[1].verdict == Verdict::ok);
    CHECK(list.texts() == 1);
    CHECK_FALSE(list.remove(0));
    CHECK_FALSE(list.remove(0));
    CHECK(list.all().empty());
}

TEST_CASE("a row is found by its record") {
    RecipientList list;
    list.add(person(5814, "+16515551204"));
    CHECK(list.find("employee:5814") == std::optional<std::size_t>(0));
    CHECK_FALSE(list.find("contact:5814"));
}
