// Which line a dialog texts from.
#include <catch2/catch_test_macros.hpp>

#include "unit/compose/compose_office.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

const std::string branch_line = "+16515550100";
const std::string own_line = "+16515550101";
const std::string number = "+16515565757";  // of record 1
constexpr std::int64_t day_ms = 24 * hour_ms;

const SessionUser elsewhere{true, true, 8, 9, "Diane Nguyen", "Eagan"};

/// A conversation of the branch's line with the number.
void talk(ComposeOffice& office) {
    office.outbox.commit({"Hello", {1, "Alexander Swanson"}, {{number, {{RecordKind::employee, 1}}, branch_line}}},
                         office.clock.now_ms());
    const auto text = office.outbox.claim(branch_line, office.clock.now_ms());
    office.outbox.accepted(text->id, "m1", office.clock.now_ms(), day_ms);
}

/// The line of the newest request's only text.
std::string line_of_request(const ComposeOffice& office, std::int64_t request_id) {
    return office.outbox.texts_of(request_id).at(0).line;
}

}  // namespace

TEST_CASE("with a line of one's own and the branch's: the own one, or the other by choice") {
    ComposeOffice office;
    office.accounts.save(0, ComposeOffice::user_form(1, "6515550101"), office.admin);
    office.open({1});
    office.settle();
    const json element = office.element("line");
    CHECK(element.at("kind") == "choice");
    CHECK(element.at("value") == own_line);
    CHECK(element.at("choices") ==
          json{{{"value", own_line}, {"label", "(651) 555-0101 (Alexander Swanson)"}},
               {{"value", branch_line}, {"label", "(651) 555-0100 (Memphis NE)"}}});
    office.type("Hello");

    SECTION("the own one") {
        office.press("send");
        CHECK(line_of_request(office, 1) == own_line);
    }
    SECTION("the branch's") {
        office.event({{"event", "changed"}, {"element", "line"}, {"value", branch_line}});
        CHECK(office.element("line").at("value") == branch_line);
        office.press("send");
        CHECK(line_of_request(office, 1) == branch_line);
    }
    SECTION("somebody else's is not among them") {
        office.event({{"event", "changed"}, {"element", "line"}, {"value", "+16515550199"}});
        CHECK(office.element("line").at("value") == own_line);
    }
}

TEST_CASE("a line that was taken away while the dialog was open is not texted from") {
    ComposeOffice office;
    office.open({1});
    office.settle();
    office.type("Hello");
    office.accounts.perform(office.store.all().at(0).id, "disable", office.admin);
    office.press("send");
    CHECK(office.outbox.lines_with_work().empty());
    CHECK(office.text("summary").find("external services") != std::string::npos);
}

TEST_CASE("without a line: the conversation that there is goes on, and no other is begun") {
    ComposeOffice office;
    talk(office);
    office.session.set(elsewhere);
    office.open({1, 2});
    office.settle();
    CHECK(office.text("line").find("last conversation") != std::string::npos);
    CHECK(office.rows("recipients")[0].at("mark") == "ok");
    CHECK(office.rows("recipients")[1].at("mark") == "rejected");
    CHECK(office.rows("recipients")[1].at("note").get<std::string>().find("Person 2 has no conversation") == 0);
    CHECK(office.text("summary").find("1 of 2 can be texted") == 0);
    office.type("Diane here.");
    office.press("send");
    CHECK(line_of_request(office, 2) == branch_line);
    CHECK(office.outbox.texts_of(2).size() == 1);
}

TEST_CASE("without a line and without a conversation on a line in use nobody can be texted") {
    ComposeOffice office;
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
    ComposeOffice office;
    office.open({1});
    office.settle();
    office.type("Hello");
    office.event({{"event", "pressed"}, {"button", "send"}, {"values", json::object()}});
    office.session.set({true, true, 2, 3, "Mary Johansen", "Memphis NE"});
    office.settle();
    const bool was_sent_before = !office.outbox.lines_with_work().empty();  // the desk may have been quicker
    if (was_sent_before) {
        CHECK(office.outbox.texts_of(1).at(0).sender.rep_id == 1);
    } else {
        CHECK(office.text("summary").find("Mary Johansen") != std::string::npos);
    }
}
