#include "mock_host/staffing/hotlists.hpp"

#include <catch2/catch_test_macros.hpp>

#include "mock_host/staffing/staffing_database.hpp"

using namespace mock_host;

TEST_CASE("employees join and leave a hotlist once") {
    const auto database = StaffingDatabase::in_memory();
    Hotlists& hotlists = database->hotlists();
    const std::int64_t snow_crew = hotlists.find_by_name("Snow crew").value().id;
    CHECK(hotlists.rows(snow_crew).empty());

    hotlists.add_row(snow_crew, 5814, "2020-04-01");
    hotlists.add_row(snow_crew, 5814, "2020-04-02");
    hotlists.set_note(snow_crew, 5814, "has a plough");
    REQUIRE(hotlists.rows(snow_crew).size() == 1);
    const HotlistRow row = hotlists.rows(snow_crew)[0];
    CHECK(row.last_name == "Proke");
    CHECK(row.added_date == "2020-04-01");
    CHECK(row.note == "has a plough");

    hotlists.remove_row(snow_crew, 5814);
    CHECK(hotlists.rows(snow_crew).empty());
    CHECK_THROWS_AS(hotlists.remove_row(snow_crew, 5814), NotFound);
    CHECK_THROWS_AS(hotlists.set_note(snow_crew, 5814, ""), NotFound);
    CHECK_THROWS_AS(hotlists.add_row(snow_crew, 999999, ""), NotFound);
    CHECK_THROWS_AS(hotlists.add_row(99, 5814, ""), NotFound);
    CHECK_THROWS_AS(hotlists.rows(99), NotFound);
}

TEST_CASE("a hotlist shows the number as it now stands in the record") {
    const auto database = StaffingDatabase::in_memory();
    const RecordKey matthew{RecordKind::employee, 5102};
    const std::int64_t method = database->records().find(matthew)->methods.at(0).id;
    database->records().update_method(matthew, method, "651-556-0000");
    CHECK(database->hotlists().rows(1).at(0).phone_shown == "651-556-0000");
    database->records().update_method(matthew, method, "moved away");
    CHECK(database->hotlists().rows(1).at(0).phone_shown.empty());
}
