#include "mock_host/staffing/seed/generated_employees.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/staffing_database.hpp"

using namespace mock_host;

namespace {

std::vector<Person> employees(StaffingDatabase& database) {
    RecordSearch search;
    search.limit = 100'000;
    return database.records().search(search).people;
}

}  // namespace

TEST_CASE("an office is enlarged with the same people every time, and only once") {
    const auto one = StaffingDatabase::in_memory();
    const auto other = StaffingDatabase::in_memory();
    const auto seed = employees(*one);
    add_generated_employees(*one, 1000);
    add_generated_employees(*other, 1000);
    const auto enlarged = employees(*one);
    CHECK(enlarged.size() == 1000);
    CHECK(enlarged == employees(*other));
    for (const Person& person : seed)
        CHECK(one->records().find(person.key()) == person);
    add_generated_employees(*one, 1000);
    add_generated_employees(*one, 10);
    CHECK(employees(*one) == enlarged);
    add_generated_employees(*one, 1001);
    CHECK(employees(*one).size() == 1001);
}

TEST_CASE("those who are added have numbers of their own") {
    const auto database = StaffingDatabase::in_memory();
    std::set<RecordKey> seed;
    for (const Person& person : employees(*database))
        seed.insert(person.key());
    add_generated_employees(*database, 2000);
    for (const Person& person : employees(*database)) {
        if (seed.contains(person.key())) continue;
        for (const ContactMethod& method : person.methods) {
            if (is_phone_type(method.type))
                REQUIRE(database->records().find_by_phone(phone_key(method.value)).size() == 1);
        }
    }
}

TEST_CASE("many records are added together, or none of them") {
    const auto database = StaffingDatabase::in_memory();
    Person person;
    person.id = 1;
    person.first_name = "New";
    person.last_name = "Hire";
    person.branch_id = 1;
    person.rep_id = 1;
    person.methods = {{0, "Cell Phone", "(901) 222-3344"}, {0, "Fax", "(901) 222-3345"}};
    Person second = person;
    second.id = 2;
    second.methods.clear();

    const auto add = [&](Person other) { database->records().add_all(std::vector<Person>{person, other}); };
    Person wrong = second;
    wrong.id = 5814;
    CHECK_THROWS_AS(add(wrong), StaffingError);  // the id is taken
    wrong = second;
    wrong.branch_id = 77;
    CHECK_THROWS_AS(add(wrong), StaffingError);
    wrong = second;
    wrong.methods = {{0, "Pigeon", "1"}};
    CHECK_THROWS_AS(add(wrong), InvalidInput);
    CHECK_FALSE(database->records().find(person.key()));

    add(second);
    CHECK(database->records().find(person.key())->methods.size() == 2);
    CHECK(database->records().find_by_phone("+19012223344").size() == 1);
    CHECK(database->records().find_by_phone("+19012223345").empty());
    CHECK(full_name(*database->records().find(second.key())) == "New Hire");
}
