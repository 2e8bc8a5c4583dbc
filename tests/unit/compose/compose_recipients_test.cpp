#include <catch2/catch_test_macros.hpp>

#include "unit/compose/compose_fixture.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

TEST_CASE("recipients are shown with their numbers, the rejected ones marked with the reason") {
    ComposeFixture office;
    office.open({1, 2, 3, 5, 99});
    office.settle();
    const json& rows = office.rows("recipients");
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].at("mark") == "ok");
    CHECK(rows[0].at("detail") == "Cell Phone (651) 556-5757 (employee 1)");
    CHECK(rows[0].at("record") == json{{"kind", "employee"}, {"id", 1}});
    CHECK(rows[0].at("cells") == json{{"id", "1"},
                                      {"branch", ""},
                                      {"number", "Cell Phone (651) 556-5757"},
                                      {"verdict", "Can be texted"}});
    CHECK(rows[1].at("mark") == "warning");
    CHECK(contains(rows[1].at("note"), "extension 123"));
    CHECK(rows[2].at("mark") == "rejected");
    CHECK(contains(rows[2].at("note"), "4737475757"));
    CHECK(rows[3].at("mark") == "rejected");
    CHECK(rows[4].at("mark") == "rejected");
    CHECK(rows[4].at("id") == "employee:99");
    CHECK(office.element("summary").at("severity") == "warning");
}

TEST_CASE("records that share a number are one text") {
    ComposeFixture office;
    office.open({1, 4});
    office.settle();
    CHECK(contains(office.rows("recipients")[1].at("note"), "same number"));
    office.press("send", {{"body", "Hello"}});
    CHECK(office.outbox.texts_of(RequestId{1}).size() == 1);
    CHECK(contains(office.text("outcome"), "1 text is on the way to 2 people."));
}

TEST_CASE("all who are rejected are removed by one button, which is there as long as there are any") {
    ComposeFixture office;
    office.open({3, 1, 5, 2, 99});
    office.settle();
    const auto has_button = [&] {
        return office.view().at("buttons").dump().find("Remove all rejected") != std::string::npos;
    };
    REQUIRE(has_button());
    CHECK(office.view().at("buttons").back().at("beside") == "recipients");
    office.press("remove_rejected");
    REQUIRE(office.rows("recipients").size() == 2);
    CHECK(office.rows("recipients")[0].at("id") == "employee:1");
    CHECK(office.rows("recipients")[1].at("id") == "employee:2");
    CHECK_FALSE(has_button());
    CHECK(contains(office.text("summary"), "2 of 2 can be texted"));
}

TEST_CASE("who lacks a field of the message is rejected, and removed with the others") {
    ComposeFixture office;
    office.open({1, 2, 3});  // 2 has no last name
    office.settle();
    office.type("Dear {last_name}");
    CHECK(office.rows("recipients")[1].at("mark") == "rejected");
    CHECK(office.rows("recipients")[1].at("cells").at("verdict") == "Field is empty");
    office.press("remove_rejected");
    REQUIRE(office.rows("recipients").size() == 1);
    CHECK(office.view().at("buttons")[0].at("enabled") == true);
}

TEST_CASE("removing the first of two who share a number shows the other anew") {
    ComposeFixture office;
    office.open({1, 4});
    office.settle();
    office.remove("employee:1");
    REQUIRE(office.rows("recipients").size() == 1);
    CHECK(office.rows("recipients")[0].at("id") == "employee:4");
    CHECK(office.rows("recipients")[0].at("mark") == "ok");
}

TEST_CASE("two thousand recipients are shown in parts, in order") {
    ComposeFixture office;
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 1000; id < 3000; ++id)
        ids.push_back(id);
    office.open(ids);
    office.settle();
    REQUIRE(office.rows("recipients").size() == 2000);
    CHECK(office.rows("recipients")[1999].at("id") == "employee:2999");
}

TEST_CASE("many recipients come, change and go a few at a time") {
    ComposeFixture office;
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 1000; id < 1700; ++id) {
        office.add_person(id, "651-556-5757");  // all share it
        ids.push_back(id);
    }
    office.open(ids);
    office.settle();
    REQUIRE(office.rows("recipients").size() == 700);
    CHECK(office.rows("recipients").at(699).at("id") == "employee:1699");
    CHECK(office.rows("recipients").at(1).at("mark") == "warning");
    office.remove("employee:1000");  // all others share that of the second one by now
    REQUIRE(office.rows("recipients").size() == 699);
    CHECK(office.rows("recipients").at(0).at("mark") == "ok");
    CHECK(contains(office.rows("recipients").at(698).at("note"), "Person 1001"));
    CHECK(office.windows.max_operations <= 50);
}

TEST_CASE("a recipient that is shown can be worked on while the others are still looked up") {
    ComposeFixture office;
    office.open({1, 2});
    ComposeFixture::reach(office.desk);
    ComposeFixture::reach(office.drafting);
    while (office.rows("recipients").empty())
        office.main_thread.run_next();
    REQUIRE(contains(office.text("summary"), "Looking up"));
    const auto choose = [&](const char* action) {
        office.event({{"event", "row_action"},
                      {"element", "recipients"},
                      {"row", office.rows("recipients")[0].at("id")},
                      {"action", action}});
        office.settle();
    };
    SECTION("another number is chosen") {
        choose("change_number");
        CHECK(office.windows.views.size() == 2);
    }
    SECTION("it is removed") {
        choose("remove");
        REQUIRE(office.rows("recipients").size() == 1);
        CHECK(contains(office.text("summary"), "1 of 1 can be texted"));
    }
}
