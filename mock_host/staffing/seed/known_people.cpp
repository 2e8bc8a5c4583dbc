#include "mock_host/staffing/seed/jobs.hpp"
#include "mock_host/staffing/seed/seed_data.hpp"

namespace mock_host {

namespace {

/// A row of the employee grid. Numbers and ids that the screens cut off are completed.
struct EmployeeRow {
    std::int64_t id;
    const char* last_name;
    const char* first_name;
    SeedBranch branch;
    const char* phone;
    bool is_assigned;
    const char* last_message;
    const char* postal_code;
    bool has_resume;
    const char* cell_phone;
};

const EmployeeRow employee_grid[] = {
    {5450, "Bristoc", "Barry", memphis_ne, "(651) 760-8712", false, "", "55121", false, "(651) 428-3317"},
    {5755, "Brown", "Sherry", memphis_ne, "(651) 475-9401", false, "Order Candidate", "55121", false,
     "(651) 338-2290"},
    {12362, "Buckley", "Gerald", memphis_se, "(651) 540-1528", false, "Available", "55121", false, ""},
    {4294967501, "Bullock", "Jeanne", memphis_ne, "(651) 555-1204", true, "Placed", "55121", false, ""},
    {5063, "Catalano", "Susie", memphis_ne, "(651) 686-4071", false, "Email", "55121", false, ""},
    {4295004417, "Clover", "Rodney", memphis_se, "(651) 777-3806", false, "", "55109", true, ""},
    {12700, "Coaster", "Kevin", memphis_ne, "(651) 905-2163", true, "Placed", "55121", true, ""},
    {12534, "Cochran", "Michael", memphis_se, "(651) 683-7742", false, "Order Candidate", "55121", false, ""},
    {5078, "Davis", "Susie", memphis_ne, "(651) 452-1987", true, "Placed", "55121", false, ""},
    {4294972206, "Deters", "Ben", memphis_ne, "(651) 994-6658", false, "Interview", "55121", false, ""},
    {4295001183, "Elliott", "James", memphis_se, "(517) 332-4096", false, "Order Candidate", "48823", false,
     ""},
    {4295067503, "GimpsonTester", "PatrickTester", memphis_ne, "(651) 464-8820", false, "Message", "55070",
     true, ""},
    {4295003356, "Grant", "Fitzgerald", memphis_se, "(952) 431-7715", false, "Ended", "55124", true, ""},
    {12545, "Greene", "Alexandra", memphis_se, "(651) 155-2134", false, "Order Candidate", "55121", false,
     "(651) 155-2134"},
    {12755, "Greene", "Kelsey", memphis_se, "(614) 457-9978", false, "Available", "55121", true, ""},
    {12492, "Greene", "Stephanie", memphis_ne, "(651) 871-1846", false, "Referral Bonus", "55121", true, ""},
    {5637, "Jamison", "Jake", memphis_ne, "(651) 083-9012", false, "Deact", "55121", false, ""},
    {4295002740, "Jenkins", "Brad", memphis_se, "(654) 564-5689", false, "DNA", "55122", true, ""},
    {4294973381, "Jensen", "James", memphis_se, "(321) 649-8745", false, "React", "55121", false, ""},
};

Person known_employee(std::int64_t id, const char* first_name, const char* last_name, SeedBranch branch) {
    Person person;
    person.kind = RecordKind::employee;
    person.id = id;
    person.first_name = first_name;
    person.last_name = last_name;
    person.branch_id = branch;
    person.rep_id = rep_of(branch);
    person.status = "Available";
    person.postal_code = "55122";
    return person;
}

Person from_grid(const EmployeeRow& row) {
    Person person = known_employee(row.id, row.first_name, row.last_name, row.branch);
    person.postal_code = row.postal_code;
    person.is_assigned = row.is_assigned;
    person.has_resume = row.has_resume;
    person.last_message = row.last_message;
    person.methods.push_back({0, "Phone", row.phone});
    if (*row.cell_phone != '\0') person.methods.push_back({0, "Cell Phone", row.cell_phone});
    return person;
}

/// A row of the contact grid, including Betty Barker's record.
struct ContactRow {
    std::int64_t id;
    const char* last_name;
    const char* first_name;
    const char* customer_name;
    const char* title;
    const char* method_type;
    const char* method_value;
};

const ContactRow contact_grid[] = {
    {6376, "Morgan", "Linda", "", "Secretary", "Office Phone", "(702) 364-5512"},
    {6384, "Green", "Melinda", "Orchid Staffing", "Owner/Founder", "Office Phone", "(651) 452-3390"},
    {6391, "Holloway", "Geary", "", "", "Office Phone", "(651) 686-2904"},
    {6399, "Farnham", "Kevin", "", "", "Cell Phone", "(612) 388-1045"},
    {6407, "Ackerman", "John", "ACME Staffing", "Owner", "Office Phone", "(702) 388-4471"},
    {6452, "Carlson", "Rhonda", "Farse Co", "", "Cell Phone", "(651) 307-6612"},
    {6454, "Galapagos", "Haley", "Gallapagos", "", "Cell Phone", "(612) 414-9083"},
    {6457, "Mager", "Thomas", "", "", "", ""},
    {6480, "Killington", "Buzz", "2nd Staffing", "", "Cell Phone", "(651) 214-5530"},
    {6481, "Bradt", "Shawna", "City of Eagan", "", "Office Phone", "(651) 675-5012"},
    {6494, "HierOverrideSettings", "HierOverride", "", "", "", ""},
    {6504, "Canada", "Pseudo", "Test Canada", "", "Cell Phone", "(416) 364-2298"},
    {6511, "2nd Staffing LLC.", "Guy", "", "", "", ""},
    {6528, "BadaVendorBoom", "BadaVendor", "BadaVendor", "", "", ""},
    {2887, "zzTest", "zzTest", "", "", "", ""},
    {6544, "zzContact", "zzTest", "", "", "", ""},
    {6545, "zstkmtest20131015", "zstkmtest20131015", "", "", "", ""},
    {6546, "zstesttkm10312013", "zstesttkm10312013", "", "", "", ""},
    {6553, "Barker", "Betty", "zztesttkm700", "", "Cell Phone", "(651) 268-4417"},
};

}  // namespace

std::vector<Person> known_employees() {
    std::vector<Person> people;
    for (const EmployeeRow& row : employee_grid)
        people.push_back(from_grid(row));

    Person dominic = known_employee(5814, "Dominic", "Proke", eagan);
    dominic.methods = {{0, "Cell Phone", "(651) 428-7716"}, {0, "Email", "dominic.proke@example.com"}};
    people.push_back(dominic);

    // The hotlist "3rd shifters", with its numbers as shown there.
    const auto third_shifter = [&](std::int64_t id, const char* first_name, const char* last_name,
                                   const char* cell_phone) {
        people.push_back(known_employee(id, first_name, last_name, memphis_ne));
        people.back().methods = {{0, "Cell Phone", cell_phone}};
    };
    third_shifter(5102, "Matthew", "Marshall", "651-556-5757");
    third_shifter(5233, "Brian", "Bailey", "(651) 580-0580x123");
    third_shifter(5388, "Fran", "Peterson", "(651) 370-8370");
    third_shifter(4294970052, "Smith", "Lisa", "4737475757");
    for (Person& person : people)
        give_job(person);
    return people;
}

std::vector<Person> known_contacts() {
    std::vector<Person> people;
    for (const ContactRow& row : contact_grid) {
        Person person;
        person.kind = RecordKind::contact;
        person.id = row.id;
        person.first_name = row.first_name;
        person.last_name = row.last_name;
        person.branch_id = memphis_ne;
        person.rep_id = rep_of(memphis_ne);
        person.status = "A";
        person.customer_name = row.customer_name;
        person.title = row.title;
        if (*row.method_type != '\0') person.methods.push_back({0, row.method_type, row.method_value});
        people.push_back(person);
    }
    return people;
}

}  // namespace mock_host
