#include "mock_host/staffing/seed/seed_data.hpp"

namespace mock_host {

namespace {

using Methods = std::vector<ContactMethod>;

ContactMethod sms(const char* value) {
    return {0, "SMS", value};
}
ContactMethod cell(const char* value) {
    return {0, "Cell Phone", value};
}
ContactMethod phone(const char* value) {
    return {0, "Phone", value};
}
ContactMethod office(const char* value) {
    return {0, "Office Phone", value};
}
ContactMethod home(const char* value) {
    return {0, "Home Phone", value};
}
ContactMethod car(const char* value) {
    return {0, "Car Phone", value};
}
ContactMethod fax(const char* value) {
    return {0, "Fax", value};
}
ContactMethod email(const char* value) {
    return {0, "Email", value};
}

Person odd(RecordKind kind, std::int64_t id, const char* first_name, const char* last_name, Methods methods) {
    Person person;
    person.kind = kind;
    person.id = id;
    person.first_name = first_name;
    person.last_name = last_name;
    person.branch_id = eagan;
    person.rep_id = rep_of(eagan);
    person.status = kind == RecordKind::employee ? "Available" : "A";
    person.postal_code = "55121";
    person.methods = std::move(methods);
    if (kind == RecordKind::contact) person.customer_name = "Oddfellows Supply";
    return person;
}

}  // namespace

std::vector<Person> odd_employees() {
    std::vector<Person> people;
    const auto add = [&](std::int64_t id, const char* first_name, const char* last_name, Methods methods) {
        people.push_back(odd(RecordKind::employee, id, first_name, last_name, std::move(methods)));
    };
    // Numbers as people typed them.
    add(7001, "Wendy", "Extension", {cell("651-429-3301 ext. 45")});
    add(7002, "Omar", "Extension", {phone("(901) 345-7788 x9")});
    add(7003, "Celia", "Note", {cell("651-330-1204 call after 5")});
    add(7004, "Hugo", "Note", {home("mother's: 612-270-5519")});
    add(7005, "Tess", "TwoNumbers", {cell("651-341-2208 / 651-341-2209")});
    add(7006, "Ivan", "TwoNumbers", {phone("612-270-4411 or 612-270-4412")});
    add(7007, "Lou", "LocalOnly", {phone("555-1204")});
    add(7008, "Nadia", "NotAvailable", {cell("n/a")});
    add(7009, "Edgar", "EmptyNumber", {cell("")});
    add(7010, "Mia", "NewAreaCode", {cell("(975) 234-5511")});
    add(7011, "Arlo", "NewAreaCode", {cell("730-262-4418")});
    add(7012, "Tara", "TollFree", {phone("1-800-356-0143")});
    add(7013, "Vince", "Letters", {phone("1-800-FLOWERS")});
    add(7014, "Fumiko", "FullWidth", {cell("６５１－４２９－８８０１")});
    add(7015, "Nigel", "Overseas", {cell("+44 20 7946 0958")});
    add(7016, "Lotte", "Overseas", {cell("32324249459")});
    add(7017, "Percy", "BareDigits", {cell("4152120291")});
    add(7018, "Quinn", "CountryCode", {cell("+17862672753")});
    // Which methods a record has, and in which order they were entered.
    add(7020, "Amy", "AllFive",
        {home("(651) 222-3105"), office("(651) 222-3104"), phone("(651) 222-3103"), cell("(651) 222-3102"),
         sms("(651) 222-3101")});
    add(7021, "Bert", "SmsNotANumber", {sms("no texts please"), cell("(612) 333-4102")});
    add(7022, "Cora", "SmsInvalid", {sms("(651) 012-3456"), cell("(612) 333-4103")});
    add(7023, "Dale", "TwoCells", {cell("(612) 333-4104"), cell("(612) 333-4105")});
    add(7024, "Ella", "HomeOnly", {home("(702) 455-3106")});
    add(7025, "Finn", "OfficeOverHome", {home("(702) 455-3107"), office("(702) 455-3108")});
    add(7026, "Gail", "NoMethod", {});
    add(7027, "Hank", "EmailOnly", {email("hank.emailonly@example.com")});
    add(7028, "Iris", "FaxAndCar", {fax("(651) 222-7701"), car("(651) 222-7702")});
    // Numbers on more than one record.
    add(7030, "Casey", "Lindgren",
        {cell("(612) 245-8890")});  // a contact made into an employee: contact 7030
    add(7031, "Ray Sr.", "Ortega", {home("(702) 248-6614"), cell("(702) 248-6615")});
    add(7032, "Ray Jr.", "Ortega", {home("702.248.6614")});
    // Names.
    add(7040, "Conan", "O'Brien-D'Angelo", {cell("(651) 222-5101")});
    add(7041, "José", "Muñoz Ibáñez", {cell("(651) 222-5102")});
    add(7042, "Joy 😊", "Park", {cell("(651) 222-5103")});
    add(7043, "محمد", "الفارسي", {cell("(651) 222-5104")});
    add(7044, "<b>Bobby</b>", "\"; DROP TABLE record; --", {cell("(651) 222-5105")});
    add(7045, "{{first_name}}", "%s%n ${last_name}", {cell("(651) 222-5106")});
    add(7046, "", "Mononym", {cell("(651) 222-5107")});
    add(7047, "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft", "Longname",
        {cell("(651) 222-5108")});
    return people;
}

std::vector<Person> odd_contacts() {
    std::vector<Person> people;
    const auto add = [&](std::int64_t id, const char* first_name, const char* last_name, Methods methods) {
        people.push_back(odd(RecordKind::contact, id, first_name, last_name, std::move(methods)));
    };
    add(5814, "Sam", "SameIdAsAnEmployee", {office("(612) 266-7701")});
    add(7030, "Casey", "Lindgren", {office("(612) 266-7702 x14"), cell("612-245-8890")});
    add(7101, "Olga", "OfficeExtension", {office("(651) 361-4400 ext 2201")});
    add(7102, "Paul", "Switchboard", {office("651-361-4401, ask for Paul")});
    add(7103, "Rita", "NoMethod", {});
    add(7104, "Stan", "FaxOnly", {fax("(651) 361-4402")});
    add(7105, "Zoë", "Brontë-Ødegård", {cell("(651) 361-4403")});
    add(7106, "יעל", "כהן", {cell("(651) 361-4404")});
    add(7107, "<script>alert(1)</script>", "Markup & \"Sons\"", {cell("(651) 361-4405")});
    add(7108, "Uma", "NewAreaCode", {cell("(983) 244-6120")});
    add(4294967801, "Viktor", "BigId", {cell("(651) 361-4406")});
    return people;
}

}  // namespace mock_host
