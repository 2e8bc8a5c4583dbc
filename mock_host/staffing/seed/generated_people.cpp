#include "mock_host/staffing/seed/jobs.hpp"
#include "mock_host/staffing/seed/names.hpp"
#include "mock_host/staffing/seed/seed_data.hpp"
#include "mock_host/staffing/seed/seed_random.hpp"

namespace mock_host {

namespace {

constexpr std::uint64_t people_seed = 20200330;  // the day of the article that shows these screens
constexpr std::uint64_t more_people_seed = 20200331;

/// Valid North American numbers, each used once, in one of the ways people write them.
class PhoneNumbers {
  public:
    PhoneNumbers(SeedRandom& random, std::set<std::string> taken)
        : random_(random), taken_(std::move(taken)) {}

    std::string next() {
        while (true) {
            const std::string area = random_.pick(area_codes_);
            const std::string exchange = std::to_string(200 + random_.below(800));
            if (exchange.substr(1) == "11" || exchange == "555") continue;  // services and fiction
            const std::string line = std::to_string(1000 + random_.below(9000));
            if (taken_.insert("+1" + area + exchange + line).second) return written(area, exchange, line);
        }
    }

  private:
    std::string written(const std::string& area, const std::string& exchange, const std::string& line) {
        switch (random_.below(10)) {
            case 0:
                return area + exchange + line;
            case 1:
                return area + "." + exchange + "." + line;
            case 2:
                return "+1" + area + exchange + line;
            case 3:
                return "1-" + area + "-" + exchange + "-" + line;
            case 4:
            case 5:
                return area + "-" + exchange + "-" + line;
            default:
                return "(" + area + ") " + exchange + "-" + line;
        }
    }

    SeedRandom& random_;
    std::set<std::string> taken_;
    const std::vector<std::string> area_codes_ = {"651", "901", "612", "702"};
};

class PeopleMaker {
  public:
    PeopleMaker(std::uint64_t seed, std::set<std::string> taken)
        : random_(seed), numbers_(random_, std::move(taken)) {}

    /// `on_call`: active, one cell phone, no SMS.
    Person employee(std::size_t index, bool on_call) {
        Person person = anybody(RecordKind::employee);
        // Every ninth came later from another system and has an id over 2^32.
        const auto place = static_cast<std::int64_t>(index);
        person.id = index % 9 == 8 ? 4295100000 + place * 7 : 13000 + place * 3;
        person.active = on_call || !random_.chance(35);
        person.is_assigned = person.active && random_.chance(30);
        person.status = person.is_assigned ? "Assigned" : "Available";
        person.has_resume = random_.chance(40);
        person.last_message = random_.pick(last_messages_);
        if (on_call || random_.chance(60)) add_number(person, "Cell Phone");
        if (!on_call && random_.chance(30)) add_number(person, "SMS");
        if (random_.chance(40)) add_number(person, "Home Phone");
        if (random_.chance(30)) add_number(person, "Phone");
        if (random_.chance(10)) add_number(person, "Office Phone");
        add_email(person, 50);
        give_job(person);
        return person;
    }

    Person contact(std::size_t index, bool active) {
        Person person = anybody(RecordKind::contact);
        const auto place = static_cast<std::int64_t>(index);
        person.id = index % 14 == 13 ? 4295200000 + place * 5 : 8000 + place * 2;
        person.active = active;
        person.status = active ? "A" : "I";
        person.customer_name = random_.pick(customer_names());
        person.department = random_.pick(departments());
        person.title = random_.pick(titles());
        if (random_.chance(85)) add_number(person, "Office Phone");
        if (random_.chance(55)) add_number(person, "Cell Phone");
        if (random_.chance(10)) add_number(person, "Fax");
        add_email(person, 80);
        return person;
    }

  private:
    Person anybody(RecordKind kind) {
        Person person;
        person.kind = kind;
        person.first_name = random_.pick(common_first_names());
        person.last_name = random_.pick(common_last_names());
        person.branch_id = 1 + static_cast<std::int64_t>(random_.below(5));
        person.rep_id = rep_of(person.branch_id);
        person.postal_code = random_.pick(postal_codes_);
        return person;
    }

    void add_number(Person& person, const char* type) {
        person.methods.push_back({0, type, numbers_.next()});
    }

    void add_email(Person& person, std::uint64_t percent) {
        if (!random_.chance(percent)) return;
        const char* const who = person.kind == RecordKind::employee ? "employee" : "contact";
        person.methods.push_back({0, "Email", who + std::to_string(person.id) + "@example.com"});
    }

    SeedRandom random_;
    PhoneNumbers numbers_;
    const std::vector<std::string> postal_codes_ = {"55121", "55122", "55124", "38104",
                                                    "38118", "89101", "43215"};
    const std::vector<std::string> last_messages_ = {"",       "Available", "Called",          "Email",
                                                     "Placed", "Interview", "Order Candidate", "Ended"};
};

}  // namespace

GeneratedPeople generated_people(std::size_t employees, std::size_t contacts, std::size_t inactive_contacts,
                                 std::set<std::string> taken) {
    PeopleMaker maker(people_seed, std::move(taken));
    GeneratedPeople people;
    for (std::size_t i = 0; i < employees; ++i) {
        people.employees.push_back(maker.employee(i, i < warehouse_on_call_count));
    }
    for (std::size_t i = 0; i < contacts; ++i) {
        // Spread evenly: a person is inactive when the running share passes a whole number.
        const bool inactive = (i + 1) * inactive_contacts / contacts > i * inactive_contacts / contacts;
        people.contacts.push_back(maker.contact(i, !inactive));
    }
    return people;
}

std::vector<Person> more_employees(std::size_t first, std::size_t count, std::set<std::string> taken) {
    PeopleMaker maker(more_people_seed, std::move(taken));
    std::vector<Person> employees;
    for (std::size_t i = first; i < first + count; ++i)
        employees.push_back(maker.employee(i, false));
    return employees;
}

}  // namespace mock_host
