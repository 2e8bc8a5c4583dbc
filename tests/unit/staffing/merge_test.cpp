#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "mock_host/staffing/staffing_database.hpp"

using namespace mock_host;

namespace {

constexpr RecordKey survivor{RecordKind::employee, 5814};
constexpr RecordKey loser{RecordKind::employee, 5102};  // Matthew Marshall, on "3rd shifters"

std::int64_t log(StaffingDatabase& database, const std::string& key, std::vector<RecordKey> links) {
    return database.messages().add({key, "Text", "Hello", 1, std::move(links), 1000}).id;
}

}  // namespace

TEST_CASE("the survivor gets what the loser had") {
    const auto database = StaffingDatabase::in_memory();
    const std::int64_t of_loser = log(*database, "a", {loser});
    const std::int64_t of_both = log(*database, "b", {loser, survivor});
    const auto methods_before = database->records().find(survivor)->methods.size();

    database->records().merge(survivor, loser);

    CHECK_FALSE(database->records().find(loser).has_value());
    CHECK(database->records().find(survivor)->methods.size() == methods_before + 1);
    CHECK(database->records().find_by_phone("+16515565757").at(0).key() == survivor);
    CHECK(database->messages().of_record(loser).empty());
    CHECK(database->messages().of_record(survivor).size() == 2);
    CHECK(database->messages().find(of_loser)->links == std::vector<RecordKey>{survivor});
    CHECK(database->messages().find(of_both)->links == std::vector<RecordKey>{survivor});
    const auto rows = database->hotlists().rows(1);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].employee_id == survivor.id);
}

TEST_CASE("nothing is there twice after a merge") {
    const auto database = StaffingDatabase::in_memory();
    database->hotlists().add_row(1, survivor.id, "2020-04-01");
    database->records().add_method(survivor, "Cell Phone", "651-556-5757");
    const auto methods_before = database->records().find(survivor)->methods;

    database->records().merge(survivor, loser);

    CHECK(database->records().find(survivor)->methods == methods_before);
    const auto rows = database->hotlists().rows(1);
    CHECK(rows.size() == 4);
    CHECK(std::ranges::count(rows, survivor.id, &HotlistRow::employee_id) == 1);
}

TEST_CASE("contacts merge too, and leave the employee of the same id alone") {
    const auto database = StaffingDatabase::in_memory();
    const RecordKey contact{RecordKind::contact, 6553};
    database->records().merge(contact, {RecordKind::contact, 7030});
    CHECK(database->records().find_by_phone("+16122458890").size() == 2);
    CHECK(database->records().find({RecordKind::employee, 7030})->methods.size() == 1);
    CHECK(database->records().find(contact)->methods.size() == 3);
}

TEST_CASE("a merge that makes no sense changes nothing") {
    const auto database = StaffingDatabase::in_memory();
    CHECK_THROWS_AS(database->records().merge(survivor, survivor), InvalidInput);
    CHECK_THROWS_AS(database->records().merge(survivor, {RecordKind::contact, 6553}), InvalidInput);
    CHECK_THROWS_AS(database->records().merge(survivor, {RecordKind::employee, 999999}), NotFound);
    CHECK_THROWS_AS(database->records().merge({RecordKind::employee, 999999}, loser), NotFound);
    CHECK(phone_shown(*database->records().find(loser)) == "651-556-5757");
}

TEST_CASE("a deleted record leaves hotlists and messages, the message itself stays") {
    const auto database = StaffingDatabase::in_memory();
    const std::int64_t message = log(*database, "a", {loser, survivor});
    database->records().remove(loser);
    CHECK(database->messages().find(message)->links == std::vector<RecordKey>{survivor});
    CHECK(database->hotlists().rows(1).size() == 3);
    database->records().remove(survivor);
    CHECK(database->messages().find(message)->links.empty());
}
