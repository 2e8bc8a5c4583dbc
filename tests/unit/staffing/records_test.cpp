#include "mock_host/staffing/records.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "mock_host/staffing/staffing_database.hpp"

using namespace mock_host;

namespace {

constexpr RecordKey dominic{RecordKind::employee, 5814};

std::vector<RecordKey> keys_of(const std::vector<Person>& people) {
    std::vector<RecordKey> keys;
    for (const Person& person : people)
        keys.push_back(person.key());
    return keys;
}

Person new_employee() {
    Person person;
    person.first_name = "New";
    person.last_name = "Hire";
    person.branch_id = 1;
    person.rep_id = 1;
    person.methods = {{0, "Cell Phone", "(901) 222-3344"}};
    return person;
}

}  // namespace

TEST_CASE("records come in the order asked for, without the unknown") {
    const auto database = StaffingDatabase::in_memory();
    const RecordKey keys[] = {{RecordKind::contact, 6553},
                              {RecordKind::employee, 999999},
                              {RecordKind::employee, 4294967501},
                              {RecordKind::contact, 5814},
                              dominic,
                              {RecordKind::contact, 6553}};
    const auto people = database->records().get(keys);
    CHECK(keys_of(people) == std::vector<RecordKey>{keys[0], keys[2], keys[3], keys[4], keys[5]});
    CHECK(people[2].last_name == "SameIdAsAnEmployee");
    CHECK(people[3].last_name == "Proke");
    CHECK(people[3].methods.size() == 2);
    CHECK(database->records().get({}).empty());
}

TEST_CASE("ten thousand records come in one call") {
    const auto database = StaffingDatabase::in_memory();
    RecordSearch all;
    all.limit = 1000;
    std::vector<RecordKey> keys = keys_of(database->records().search(all).people);
    for (std::int64_t id = 1; keys.size() < 10000; ++id)
        keys.push_back({RecordKind::contact, 4300000000 + id});
    CHECK(database->records().get(keys).size() == 320);
}

TEST_CASE("a search narrows, sorts and pages") {
    const auto database = StaffingDatabase::in_memory();
    Records& records = database->records();
    RecordSearch search;
    search.last_name = "gree";
    const SearchPage greens = records.search(search);
    REQUIRE(greens.total == 3);
    CHECK(greens.people[0].first_name == "Alexandra");  // whose id is between those of the others
    CHECK(greens.people[1].first_name == "Kelsey");
    CHECK(greens.people[2].first_name == "Stephanie");
    search.first_name = "Kel";
    REQUIRE(records.search(search).total == 1);
    CHECK(records.search(search).people[0].id == 12755);

    RecordSearch by_id;
    by_id.id = 4294967501;
    CHECK(records.search(by_id).people.at(0).last_name == "Bullock");

    RecordSearch branch;
    branch.branch_id = 2;
    branch.rep_id = 3;
    branch.active = true;
    branch.limit = 1000;
    const SearchPage in_branch = records.search(branch);
    CHECK(in_branch.total > 10);
    CHECK(in_branch.people.size() == in_branch.total);
    CHECK(
        std::ranges::all_of(in_branch.people, [](const Person& p) { return p.branch_id == 2 && p.active; }));

    RecordSearch customer;
    customer.kind = RecordKind::contact;
    customer.customer_name = "orchid";
    CHECK(records.search(customer).people.at(0).last_name == "Green");
}

TEST_CASE("pages put together are the whole, in every order") {
    const auto database = StaffingDatabase::in_memory();
    for (const SortColumn column : {SortColumn::id, SortColumn::last_name, SortColumn::first_name,
                                    SortColumn::branch, SortColumn::active, SortColumn::last_message,
                                    SortColumn::postal_code, SortColumn::customer_name, SortColumn::title}) {
        RecordSearch search;
        search.kind = RecordKind::contact;
        search.sort_by = column;
        search.limit = 1000;
        const auto whole = keys_of(database->records().search(search).people);
        CHECK(whole.size() == 420);

        search.limit = 97;
        std::vector<RecordKey> pages;
        while (pages.size() < whole.size()) {
            search.offset = pages.size();
            const auto page = keys_of(database->records().search(search).people);
            REQUIRE_FALSE(page.empty());
            pages.insert(pages.end(), page.begin(), page.end());
        }
        CHECK(pages == whole);

        search.descending = true;
        search.offset = 0;
        search.limit = 1000;
        auto backwards = keys_of(database->records().search(search).people);
        std::ranges::reverse(backwards);
        CHECK(backwards == whole);
    }
}

TEST_CASE("what is searched for is no pattern and no SQL") {
    const auto database = StaffingDatabase::in_memory();
    RecordSearch search;
    for (const char* text : {"_", "\\", "' OR 1=1 --"}) {
        CAPTURE(text);
        search.last_name = text;
        CHECK(database->records().search(search).total == 0);
    }
    search.last_name = "%s%n";
    CHECK(database->records().search(search).people.at(0).id == 7045);
    search.last_name = "\"; DROP TABLE";
    CHECK(database->records().search(search).people.at(0).id == 7044);
}

TEST_CASE("a number finds all records that have it") {
    const auto database = StaffingDatabase::in_memory();
    const auto found = [&](const char* e164) { return keys_of(database->records().find_by_phone(e164)); };
    using Keys = std::vector<RecordKey>;
    CHECK(found("+16515800580") == Keys{{RecordKind::employee, 5233}});
    CHECK(found("+16122458890") == Keys{{RecordKind::employee, 7030}, {RecordKind::contact, 7030}});
    CHECK(found("+17022486614") == Keys{{RecordKind::employee, 7031}, {RecordKind::employee, 7032}});
    CHECK(found("+16514298801") == Keys{{RecordKind::employee, 7014}});
    CHECK(found("+442079460958") == Keys{{RecordKind::employee, 7015}});
    CHECK(found("+16513301204") == Keys{{RecordKind::employee, 7003}});
    CHECK(found("+16512227702") == Keys{{RecordKind::employee, 7028}});
    CHECK(found("+16512227701").empty());  // a fax
    CHECK(found("+19995550000").empty());
    CHECK(found("").empty());
    CHECK(found("n/a").empty());
}

TEST_CASE("a method's new value is found, the old one no more") {
    const auto database = StaffingDatabase::in_memory();
    Records& records = database->records();
    const ContactMethod cell = records.find(dominic)->methods.at(0);
    records.update_method(dominic, cell.id, "612.777.0001 after noon");
    CHECK(records.find(dominic)->methods.at(0) ==
          ContactMethod{cell.id, cell.type, "612.777.0001 after noon"});
    CHECK(records.find_by_phone("+16127770001").size() == 1);
    CHECK(records.find_by_phone("+16514287716").empty());

    const std::int64_t added = records.add_method(dominic, "SMS", "651-777-0002");
    CHECK(records.find_by_phone("+16517770002").size() == 1);
    records.remove_method(dominic, added);
    CHECK(records.find_by_phone("+16517770002").empty());
}

TEST_CASE("a method is not overwritten with nothing, nor with a novel") {
    const auto database = StaffingDatabase::in_memory();
    Records& records = database->records();
    const std::int64_t method = records.find(dominic)->methods.at(0).id;
    for (const std::string& value : {std::string(), std::string(" \t"), std::string(201, '5')})
        CHECK_THROWS_AS(records.update_method(dominic, method, value), InvalidInput);
    CHECK(phone_shown(*records.find(dominic)) == "(651) 428-7716");
    records.update_method(dominic, method, std::string(200, '5'));
}

TEST_CASE("changes of records are counted, looks at them are not") {
    const auto database = StaffingDatabase::in_memory();
    Records& records = database->records();
    const std::uint64_t before = records.changes();
    const std::int64_t method = records.find(dominic)->methods.at(0).id;
    records.search({});
    CHECK(records.changes() == before);
    records.update_method(dominic, method, "651-777-0003");
    const std::uint64_t after_update = records.changes();
    CHECK(after_update > before);
    records.set_active(dominic, false);
    CHECK(records.changes() > after_update);
}

TEST_CASE("methods are changed only on the record they belong to") {
    const auto database = StaffingDatabase::in_memory();
    Records& records = database->records();
    const std::int64_t method = records.find(dominic)->methods.at(0).id;
    CHECK_THROWS_AS(records.update_method({RecordKind::contact, 5814}, method, "1"), NotFound);
    CHECK_THROWS_AS(records.update_method(dominic, 999999, "1"), NotFound);
    CHECK_THROWS_AS(records.update_method(dominic, method, "1", "what it never was"), InvalidInput);
    CHECK_THROWS_AS(records.update_method(dominic, method, std::string_view("65\0", 3)), InvalidInput);
    CHECK_THROWS_AS(records.remove_method({RecordKind::employee, 1}, method), NotFound);
    CHECK_THROWS_AS(records.add_method(dominic, "Carrier pigeon", "coo"), InvalidInput);
    CHECK(phone_shown(*records.find(dominic)) == "(651) 428-7716");
}

TEST_CASE("a record is added, switched off and deleted") {
    const auto database = StaffingDatabase::in_memory();
    Records& records = database->records();
    const RecordKey key = records.add(new_employee());
    CHECK(records.find(key)->methods.at(0).value == "(901) 222-3344");
    records.set_active(key, false);
    CHECK_FALSE(records.find(key)->active);
    records.remove(key);
    CHECK_FALSE(records.find(key).has_value());
    CHECK(records.find_by_phone("+19012223344").empty());
    CHECK_THROWS_AS(records.remove(key), NotFound);
    CHECK_THROWS_AS(records.set_active(key, true), NotFound);
}

TEST_CASE("a record that cannot be is refused whole") {
    const auto database = StaffingDatabase::in_memory();
    Person person = new_employee();
    person.id = 5814;
    CHECK_THROWS_AS(database->records().add(person), InvalidInput);
    person.id = 0;
    person.branch_id = 99;
    CHECK_THROWS_AS(database->records().add(person), NotFound);
    person.branch_id = 1;
    person.rep_id = 99;
    CHECK_THROWS_AS(database->records().add(person), NotFound);
    person.rep_id = 1;
    person.methods.push_back({0, "Telex", "1"});
    CHECK_THROWS_AS(database->records().add(person), InvalidInput);
    CHECK(database->records().find_by_phone("+19012223344").empty());
    CHECK(database->records().search({}).total == 320);
}
