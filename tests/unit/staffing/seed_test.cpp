#include <phonenumbers/phonenumberutil.h>

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/staffing_database.hpp"

using namespace mock_host;

namespace {

std::vector<Person> everybody(StaffingDatabase& database, RecordKind kind) {
    RecordSearch search;
    search.kind = kind;
    search.limit = 100000;
    return database.records().search(search).people;
}

bool is_valid_number(const std::string& typed) {
    const auto& util = *i18n::phonenumbers::PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    return util.Parse(typed, "US", &number) == i18n::phonenumbers::PhoneNumberUtil::NO_PARSING_ERROR &&
           util.IsValidNumber(number);
}

Person employee(StaffingDatabase& database, std::int64_t id) {
    return database.records().find({RecordKind::employee, id}).value();
}

}  // namespace

TEST_CASE("every new database holds the same") {
    const auto one = StaffingDatabase::in_memory();
    const auto other = StaffingDatabase::in_memory();
    for (const RecordKind kind : {RecordKind::employee, RecordKind::contact}) {
        CHECK(everybody(*one, kind) == everybody(*other, kind));
    }
    CHECK(one->users().list() == other->users().list());
    CHECK(one->branches().list() == other->branches().list());
    CHECK(one->action_codes().list() == other->action_codes().list());
    REQUIRE(one->hotlists().list() == other->hotlists().list());
    for (const Hotlist& hotlist : one->hotlists().list()) {
        CHECK(one->hotlists().rows(hotlist.id) == other->hotlists().rows(hotlist.id));
    }
}

TEST_CASE("the counts are those of the seeds") {
    const auto database = StaffingDatabase::in_memory();
    CHECK(everybody(*database, RecordKind::employee).size() == 320);
    CHECK(everybody(*database, RecordKind::contact).size() == 420);
    RecordSearch active;
    active.kind = RecordKind::contact;
    active.active = true;
    CHECK(database->records().search(active).total == 374);
    active.kind = RecordKind::employee;
    const std::size_t active_employees = database->records().search(active).total;
    CHECK(active_employees >= 220);
    CHECK(active_employees < 320);
}

TEST_CASE("the people of the seeds are there under their ids") {
    const auto database = StaffingDatabase::in_memory();
    const Person dominic = employee(*database, 5814);
    CHECK(full_name(dominic) == "Dominic Proke");
    CHECK(is_valid_number(phone_shown(dominic)));
    CHECK(phone_shown(employee(*database, 4294967501)) == "(651) 555-1204");
    CHECK(phone_shown(employee(*database, 12545)) == "(651) 155-2134");
    CHECK(phone_shown(employee(*database, 5637)) == "(651) 083-9012");
    CHECK(full_name(employee(*database, 4295067503)) == "PatrickTester GimpsonTester");
    const Person betty = database->records().find({RecordKind::contact, 6553}).value();
    CHECK(full_name(betty) == "Betty Barker");
    CHECK(betty.customer_name == "zztesttkm700");
    CHECK(is_valid_number(phone_shown(betty)));
    CHECK(database->records().find({RecordKind::contact, 6384}).value().customer_name == "Orchid Staffing");
}

TEST_CASE("employees have a job, and those who are assigned a customer") {
    const auto database = StaffingDatabase::in_memory();
    const Person assigned = employee(*database, 12700);
    CHECK_FALSE(assigned.title.empty());
    CHECK_FALSE(assigned.customer_name.empty());
    const Person dominic = employee(*database, 5814);
    CHECK_FALSE(dominic.title.empty());
    CHECK(dominic.customer_name.empty());
    CHECK(employee(*database, 7001).title.empty());  // of the odd people nothing is known
}

TEST_CASE("3rd shifters is the hotlist of the seeds") {
    const auto database = StaffingDatabase::in_memory();
    const Hotlist hotlist = database->hotlists().find_by_name("3rd shifters").value();
    CHECK(hotlist.description == "People who actually like third shift");
    const auto rows = database->hotlists().rows(hotlist.id);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].last_name + ", " + rows[0].first_name == "Marshall, Matthew");
    CHECK(rows[0].phone_shown == "651-556-5757");
    CHECK(rows[1].phone_shown == "(651) 580-0580x123");
    CHECK(rows[2].phone_shown == "(651) 370-8370");
    CHECK(rows[3].last_name + ", " + rows[3].first_name == "Lisa, Smith");
    CHECK(rows[3].phone_shown == "4737475757");
}

TEST_CASE("the warehouse on call can be texted, each at a handset of its own") {
    const auto database = StaffingDatabase::in_memory();
    const auto rows =
        database->hotlists().rows(database->hotlists().find_by_name("Warehouse on call").value().id);
    CHECK(rows.size() >= 200);
    std::set<std::string> cells;
    for (const HotlistRow& row : rows) {
        const Person person = employee(*database, row.employee_id);
        CAPTURE(describe(person.key()));
        CHECK(person.active);
        REQUIRE(person.methods.front().type == "Cell Phone");
        CHECK(is_valid_number(person.methods.front().value));
        cells.insert(phone_key(person.methods.front().value));
        for (const ContactMethod& method : person.methods)
            CHECK(method.type != "SMS");
    }
    CHECK(cells.size() == rows.size());
}

TEST_CASE("only those who are meant to share a number do") {
    const auto database = StaffingDatabase::in_memory();
    std::map<std::string, std::set<RecordKey>> owners;
    for (const RecordKind kind : {RecordKind::employee, RecordKind::contact}) {
        for (const Person& person : everybody(*database, kind)) {
            for (const ContactMethod& method : person.methods) {
                if (is_phone_type(method.type)) owners[phone_key(method.value)].insert(person.key());
            }
        }
    }
    owners.erase("");
    std::map<std::string, std::set<RecordKey>> shared;
    for (const auto& [number, records] : owners) {
        if (records.size() > 1) shared[number] = records;
    }
    const std::map<std::string, std::set<RecordKey>> meant = {
        {"+16122458890", {{RecordKind::employee, 7030}, {RecordKind::contact, 7030}}},
        {"+17022486614", {{RecordKind::employee, 7031}, {RecordKind::employee, 7032}}},
    };
    CHECK(shared == meant);
}

TEST_CASE("names come back byte for byte") {
    const auto database = StaffingDatabase::in_memory();
    CHECK(employee(*database, 7044).first_name == "<b>Bobby</b>");
    CHECK(employee(*database, 7044).last_name == "\"; DROP TABLE record; --");
    CHECK(employee(*database, 7042).first_name == "Joy \xF0\x9F\x98\x8A");
    CHECK(employee(*database, 7043).last_name == "الفارسي");
    CHECK(full_name(employee(*database, 7046)) == "Mononym");
}

TEST_CASE("users, roles and action codes let a scenario show every refusal") {
    const auto database = StaffingDatabase::in_memory();
    const User alexander = database->users().find_by_login("ASwanson").value();
    CHECK(alexander.first_name + " " + alexander.last_name == "Alexander Swanson");
    CHECK(alexander.may(text_messaging_permission));
    CHECK_FALSE(database->users().find_by_login("pkowalski").value().may(text_messaging_permission));
    CHECK(database->branches().find(alexander.branch_id).value().name == "Memphis NE");

    database->users().set_role(alexander.id, "Payroll");
    CHECK_FALSE(database->users().find(alexander.id).value().may(text_messaging_permission));
    CHECK_THROWS_AS(database->users().set_role(alexander.id, "King"), NotFound);
    CHECK_THROWS_AS(database->users().set_role(999, "Payroll"), NotFound);

    const ActionCode text = database->action_codes().find(text_action_code).value();
    CHECK(text.description == "Text conversation");
    CHECK((text.active && text.relevant_to_employee && text.relevant_to_contact && text.side_effect.empty()));
    CHECK_FALSE(database->action_codes().find("Available").value().relevant_to_contact);
    CHECK_FALSE(database->action_codes().find("Pager").value().active);
    CHECK(database->action_codes().find("Deact").value().side_effect == "deactivate");
    CHECK(database->action_codes().find("React").value().side_effect == "reactivate");
    CHECK(database->action_codes().find("DNA").value().side_effect == "do_not_assign");
    CHECK_FALSE(database->action_codes().find("text").has_value());
}
