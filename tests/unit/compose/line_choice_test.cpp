// Which line a dialog texts from.
#include <catch2/catch_test_macros.hpp>

#include "unit/compose/compose_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

const LineId branch_line("+16515550100");
const LineId own_line("+16515550101");
const E164 number("+16515565757");  // of record 1

const SessionUser elsewhere{true, true, 8, 9, "Diane Nguyen", "Eagan"};

/// A conversation of a line with a record's number.
void talk(ComposeFixture& office, const LineId& line = branch_line, std::int64_t record = 1,
          const E164& to = number) {
    office.outbox.commit({"Hello", {1, "Alexander Swanson"}, {{to, {{RecordKind::employee, record}}, line}}},
                         office.clock.now());
    const auto text = office.outbox.claim(line, office.clock.now());
    office.outbox.accepted(text->id, "m" + line.str() + to.str(), office.clock.now(), std::chrono::days(1));
}

/// The line of the newest request's only text.
LineId line_of_request(const ComposeFixture& office, RequestId request_id) {
    return office.outbox.texts_of(request_id).at(0).line;
}

}  // namespace

TEST_CASE("with a line of one's own and the branch's: the own one, or the other by choice") {
    ComposeFixture office;
    office.accounts.save(0, ComposeFixture::user_form(1, "6515550101"), office.admin);
    office.open({1});
    office.settle();
    const json element = office.element("line");
    CHECK(element.at("kind") == "choice");
    CHECK(element.at("value") == own_line.str());
    CHECK(element.at("choices") ==
          json{{{"value", own_line.str()}, {"label", "(651) 555-0101 (Alexander Swanson)"}},
               {{"value", branch_line.str()}, {"label", "(651) 555-0100 (Memphis NE)"}}});
    office.type("Hello");

    SECTION("the own one") {
        office.press("send");
        CHECK(line_of_request(office, RequestId{1}) == own_line);
    }
    SECTION("the branch's") {
        office.event({{"event", "changed"}, {"element", "line"}, {"value", branch_line.str()}});
        CHECK(office.element("line").at("value") == branch_line.str());
        office.press("send");
        CHECK(line_of_request(office, RequestId{1}) == branch_line);
    }
    SECTION("somebody else's is not among them") {
        office.event({{"event", "changed"}, {"element", "line"}, {"value", "+16515550199"}});
        CHECK(office.element("line").at("value") == own_line.str());
    }
}

TEST_CASE("From begins with the line of the last conversation, and a person may choose another") {
    ComposeFixture office;
    office.accounts.save(0, ComposeFixture::user_form(1, "6515550101"), office.admin);
    talk(office);
    office.open({1});
    CHECK(office.element("line").at("value") == own_line.str());  // until the recipient is known
    SECTION("the line of the conversation") {
        office.settle();
        CHECK(office.element("line").at("value") == branch_line.str());
        CHECK(office.element("line").at("choices").size() == 2);
        office.type("Hello again");
        office.press("send");
        CHECK(line_of_request(office, RequestId{2}) == branch_line);
    }
    SECTION("what a person has chosen before stays") {
        office.event({{"event", "changed"}, {"element", "line"}, {"value", own_line.str()}});
        office.settle();
        CHECK(office.element("line").at("value") == own_line.str());
        office.type("Hello again");
        office.press("send");
        CHECK(line_of_request(office, RequestId{2}) == own_line);
    }
}

TEST_CASE(
    "where the conversations are on several lines each stays on its own, and new ones are on one's own") {
    ComposeFixture office;
    office.accounts.save(0, ComposeFixture::user_form(1, "6515550101"), office.admin);
    office.add_person(6, "(651) 555-1206");
    talk(office);
    talk(office, own_line, 2, E164("+16515800580"));
    office.open({1, 2, 6});
    office.settle();
    CHECK(office.element("line").at("value") == "each_conversation");
    CHECK(office.element("line").at("choices")[0].at("label") ==
          "The line of each person's last conversation; new ones from (651) 555-0101");
    office.type("Hello");
    SECTION("each its own") {
        office.press("send");
        const auto texts = office.outbox.texts_of(RequestId{3});
        REQUIRE(texts.size() == 3);
        CHECK(texts[0].line == branch_line);
        CHECK(texts[1].line == own_line);
        CHECK(texts[2].line == own_line);
    }
    SECTION("all from one that is chosen") {
        office.event({{"event", "changed"}, {"element", "line"}, {"value", branch_line.str()}});
        office.press("send");
        for (const Text& text : office.outbox.texts_of(RequestId{3}))
            CHECK(text.line == branch_line);
    }
}

TEST_CASE("a line that was taken away while the dialog was open is not texted from") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    office.type("Hello");
    office.accounts.perform(office.store.all().at(0).id, "disable", office.admin);
    office.press("send");
    CHECK(office.outbox.lines_with_work().empty());
    CHECK(office.text("summary").find("external services") != std::string::npos);
}

TEST_CASE("without a line: the conversation that there is goes on, and no other is begun") {
    ComposeFixture office;
    talk(office);
    office.session.set(elsewhere);
    office.open({1, 2});
    office.settle();
    CHECK(office.text("line") == "From (651) 555-0100, the line of the last conversation");
    CHECK(office.rows("recipients")[0].at("mark") == "ok");
    CHECK(office.rows("recipients")[1].at("mark") == "rejected");
    CHECK(office.rows("recipients")[1].at("note").get<std::string>().find("Person 2 has no conversation") ==
          0);
    CHECK(office.text("summary").find("1 of 2 can be texted") == 0);
    office.type("Diane here.");
    office.press("send");
    CHECK(line_of_request(office, RequestId{2}) == branch_line);
    CHECK(office.outbox.texts_of(RequestId{2}).size() == 1);
}

TEST_CASE("without a line and without a conversation on a line in use nobody can be texted") {
    ComposeFixture office;
    talk(office);
    office.session.set(elsewhere);
    SECTION("the line is disabled: the dialog does not open") {
        office.accounts.perform(office.store.all().at(0).id, "disable", office.admin);
        CHECK_THROWS(office.open({1}));
    }
    SECTION("somebody else was texted") {
        office.open({2});
        office.settle();
        office.type("Hello");
        CHECK_FALSE(office.view().at("buttons")[0].at("enabled"));
    }
}

TEST_CASE("when somebody else has logged in meanwhile, nothing is sent in their name") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    office.type("Hello");
    office.event({{"event", "pressed"}, {"button", "send"}, {"values", json::object()}});
    office.session.set({true, true, 2, 3, "Mary Johansen", "Memphis NE"});
    office.settle();
    const bool was_sent_before = !office.outbox.lines_with_work().empty();  // the desk may have been quicker
    if (was_sent_before) {
        CHECK(office.outbox.texts_of(RequestId{1}).at(0).sender.rep_id == 1);
    } else {
        CHECK(office.text("summary").find("Mary Johansen") != std::string::npos);
    }
}
