#include <catch2/catch_test_macros.hpp>
#include <set>

#include "mock_host/staffing/seed/generated_employees.hpp"
#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

TEST_CASE("the employee search gives the columns of its grid, by last name") {
    Screens screens;
    const json answer = screens.get("employees?last_name=prok&first_name=D");
    REQUIRE(answer["total"] == 1);
    const json& row = answer["rows"][0];
    CHECK(row["id"] == 5814);
    CHECK(row["last_name"] == "Proke");
    CHECK(row["first_name"] == "Dominic");
    CHECK(row["is_active"] == true);
    const Person dominic = screens.database().records().find({RecordKind::employee, 5814}).value();
    CHECK(row["branch"] == screens.database().branches().find(dominic.branch_id)->name);
    CHECK(row["phone"] == phone_shown(dominic));
    CHECK(row["rep"] == "Diane Nguyen");
    for (const char* const column :
         {"is_assigned", "last_message", "postal_code", "has_resume", "cell_phone"})
        CHECK(row.contains(column));

    const json all = screens.get("employees")["rows"];
    CHECK(all.size() == 320);
    CHECK(all[0]["last_name"].get<std::string>().starts_with("A"));
    CHECK(all[318]["last_name"] == "\"; DROP TABLE record; --");
    CHECK(all[318]["first_name"] == "<b>Bobby</b>");
    CHECK(all[319]["last_name"] == "%s%n ${last_name}");
}

TEST_CASE("a large office comes page by page") {
    Screens screens;
    add_generated_employees(screens.database(), 2500);
    std::set<std::int64_t> ids;
    for (int offset = 0; offset < 2500; offset += 500) {
        const json page = screens.get("employees?limit=500&offset=" + std::to_string(offset));
        CHECK(page["total"] == 2500);
        REQUIRE(page["rows"].size() == 500);
        for (const json& row : page["rows"])
            ids.insert(row["id"].get<std::int64_t>());
    }
    CHECK(ids.size() == 2500);
    CHECK(screens.get("employees")["rows"].size() == 1000);
    CHECK(screens.get("employees?offset=2500")["rows"].empty());
    CHECK(screens.get("employees?limit=7&offset=2495")["rows"].size() == 5);
}

TEST_CASE("the employee search narrows by id, branch, rep and activity") {
    Screens screens;
    CHECK(screens.get("employees?id=4294967501")["rows"][0]["last_name"] == "Bullock");
    const json active = screens.get("employees?active=active");
    CHECK(active["total"] < 320);
    for (const json& row : active["rows"])
        CHECK(row["is_active"] == true);
    const json eagan = screens.get("employees?branch_id=3&active=all")["rows"];
    CHECK_FALSE(eagan.empty());
    for (const json& row : eagan)
        CHECK(row["branch"] == "Eagan");
    const json of_ramon = screens.get("employees?rep_id=6")["rows"];
    CHECK_FALSE(of_ramon.empty());
    for (const json& row : of_ramon)
        CHECK(row["rep"] == "Ramón Castillo");
    CHECK(screens.get("employees?last_name=nobody+is+called+so&id=")["total"] == 0);
}

TEST_CASE("your contact search returned 374 results") {
    Screens screens;
    CHECK(screens.get("contacts?status=active")["total"] == 374);
    CHECK(screens.get("contacts?status=all")["total"] == 420);
    const json markup = screens.get("contacts?id=7107")["rows"][0];
    CHECK(markup["first_name"] == "<script>alert(1)</script>");
    CHECK(markup["customer_name"] == "Oddfellows Supply");
    const json betty = screens.get("contacts?customer_name=zztesttkm700&last_name=Barker")["rows"][0];
    CHECK(betty["id"] == 6553);
    for (const char* const column : {"department", "title", "is_active", "status", "office_phone"})
        CHECK(betty.contains(column));
}

TEST_CASE("a search that makes no sense is refused in words") {
    Screens screens;
    CHECK(screens.refusal("GET", "employees?id=58x") ==
          "400 \"58x\" is not a whole number, which \"id\" must be.");
    CHECK(screens.refusal("GET", "employees?limit=1001") == "400 \"limit\" must be from 0 to 1000.");
    CHECK(screens.refusal("GET", "employees?offset=-1").starts_with("400 \"offset\""));
    CHECK(screens.refusal("GET", "employees?active=yes") == "400 \"active\" must be all or active.");
    CHECK(screens.refusal("GET", "contacts?status=gone") == "400 \"status\" must be all or active.");
}
