#include "mock_host/staffing/seed/seed_data.hpp"

namespace mock_host {

namespace {

HotlistRow listed(std::int64_t employee_id, const char* last_activity_date, const char* added_date) {
    HotlistRow row;
    row.employee_id = employee_id;
    row.status = "Available";
    row.last_activity_date = last_activity_date;
    row.added_date = added_date;
    return row;
}

}  // namespace

std::vector<SeedHotlist> seed_hotlists(const std::vector<Person>& odd_employees,
                                       const std::vector<Person>& generated_employees) {
    SeedHotlist third_shifters{{1, "3rd shifters", "People who actually like third shift", 1}, {}};
    third_shifters.rows = {
        listed(5102, "2017-08-09", "2017-01-12"),
        listed(5233, "2017-08-30", "2014-06-16"),
        listed(5388, "2016-12-02", "2014-08-12"),
        listed(4294970052, "2017-05-18", "2008-03-18"),
    };

    SeedHotlist on_call{{2, "Warehouse on call", "Can be at a warehouse within two hours", 1}, {}};
    for (std::size_t i = 0; i < warehouse_on_call_count; ++i) {
        on_call.rows.push_back(listed(generated_employees[i].id, "", "2020-03-02"));
    }

    SeedHotlist odd{{3, "Odd numbers", "Records to be tidied up", 2}, {}};
    for (const Person& person : odd_employees)
        odd.rows.push_back(listed(person.id, "", "2020-03-16"));

    SeedHotlist empty{{4, "Snow crew", "Nobody yet this season", 5}, {}};
    return {third_shifters, on_call, odd, empty};
}

}  // namespace mock_host
