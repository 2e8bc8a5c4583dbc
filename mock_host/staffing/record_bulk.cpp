#include <algorithm>

#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/record_change.hpp"
#include "mock_host/staffing/record_rows.hpp"

// Many records at once. Poco prepares a statement anew for each execution, but not for each row of bound
// columns.

namespace mock_host {

namespace {

/// A column of an insert: a value of each person, or of each method.
template <typename Rows, typename Value>
auto column(const Rows& rows, Value value) {
    std::vector<std::decay_t<decltype(value(*rows.begin()))>> values;
    values.reserve(rows.size());
    for (const auto& row : rows)
        values.push_back(value(row));
    return values;
}

auto text_column(std::span<const Person> people, std::string Person::*member) {
    return column(people, [=](const Person& person) { return person.*member; });
}

auto number_column(std::span<const Person> people, auto member) {
    return column(people, [=](const Person& person) { return static_cast<std::int64_t>(person.*member); });
}

void insert_people(Session& session, std::span<const Person> people) {
    session << "INSERT INTO record (kind, id, first_name, last_name, branch_id, rep_id, active, status,"
               " postal_code, is_assigned, has_resume, last_message, customer_name, department, title)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sql::bind(number_column(people, &Person::kind)), sql::bind(number_column(people, &Person::id)),
        sql::bind(text_column(people, &Person::first_name)),
        sql::bind(text_column(people, &Person::last_name)),
        sql::bind(number_column(people, &Person::branch_id)),
        sql::bind(number_column(people, &Person::rep_id)), sql::bind(number_column(people, &Person::active)),
        sql::bind(text_column(people, &Person::status)), sql::bind(text_column(people, &Person::postal_code)),
        sql::bind(number_column(people, &Person::is_assigned)),
        sql::bind(number_column(people, &Person::has_resume)),
        sql::bind(text_column(people, &Person::last_message)),
        sql::bind(text_column(people, &Person::customer_name)),
        sql::bind(text_column(people, &Person::department)), sql::bind(text_column(people, &Person::title)),
        sql::now;
}

struct OwnedMethod {
    RecordKey owner;
    const ContactMethod* method;
};

std::vector<OwnedMethod> methods_of(std::span<const Person> people) {
    std::vector<OwnedMethod> methods;
    for (const Person& person : people) {
        for (const ContactMethod& method : person.methods) {
            check_method(method.type, method.value);
            methods.push_back({person.key(), &method});
        }
    }
    return methods;
}

void insert_methods(Session& session, const std::vector<OwnedMethod>& methods) {
    if (methods.empty()) return;
    session << "INSERT INTO contact_method (kind, record_id, type, value, phone_key) VALUES (?, ?, ?, ?, ?)",
        sql::bind(column(methods, [](const auto& row) { return static_cast<std::int64_t>(row.owner.kind); })),
        sql::bind(column(methods, [](const auto& row) { return row.owner.id; })),
        sql::bind(column(methods, [](const auto& row) { return row.method->type; })),
        sql::bind(column(methods, [](const auto& row) { return row.method->value; })),
        sql::bind(column(methods,
                         [](const auto& row) {
                             const bool is_phone = is_phone_type(row.method->type);
                             return is_phone ? phone_key(row.method->value) : std::string();
                         })),
        sql::now;
}

}  // namespace

void Records::add_all(std::span<const Person> people) {
    if (people.empty()) return;
    change([&](Session& session) {
        insert_people(session, people);
        insert_methods(session, methods_of(people));
    });
}

}  // namespace mock_host
