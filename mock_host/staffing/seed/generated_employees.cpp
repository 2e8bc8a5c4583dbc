#include "mock_host/staffing/seed/generated_employees.hpp"

#include <algorithm>

#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/seed/seed_data.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

namespace {

std::vector<Person> everybody(StaffingDatabase& database, RecordKind kind) {
    RecordSearch search;
    search.kind = kind;
    search.limit = 1'000'000;
    return database.records().search(search).people;
}

}  // namespace

void add_generated_employees(StaffingDatabase& database, std::size_t total) {
    const auto employees = everybody(database, RecordKind::employee);
    if (employees.size() >= total) return;
    std::set<std::string> numbers;
    std::set<std::int64_t> ids;
    for (const auto& people : {employees, everybody(database, RecordKind::contact)}) {
        for (const Person& person : people) {
            for (const ContactMethod& method : person.methods)
                numbers.insert(phone_key(method.value));
        }
    }
    for (const Person& person : employees)
        ids.insert(person.id);

    // The ids of the seed's own ordinary people end before this place.
    std::vector<Person> added =
        more_employees(std::max(employees.size(), seed_employee_count), total - employees.size(), numbers);
    std::erase_if(added, [&](const Person& person) { return ids.contains(person.id); });
    database.records().add_all(added);
}

}  // namespace mock_host
