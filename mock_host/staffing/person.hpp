#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

enum class RecordKind : std::int32_t { employee = 1, contact = 2 };

/// "employee" or "contact".
std::string_view word(RecordKind kind);
/// Nothing for any other word.
std::optional<RecordKind> kind_of(std::string_view word);

/// Names a record. Employees and contacts have separate ids, and some ids are over 2^32.
struct RecordKey {
    RecordKind kind = RecordKind::employee;
    std::int64_t id = 0;

    auto operator<=>(const RecordKey&) const = default;
};

/// "employee 5814", for messages.
std::string describe(const RecordKey& key);

/// One way to reach a record. The value is as people typed it.
struct ContactMethod {
    std::int64_t id = 0;
    std::string type;  ///< one of contact_method_types()
    std::string value;

    bool operator==(const ContactMethod&) const = default;
};

/// SMS, Cell Phone, Phone, Office Phone, Home Phone, Car Phone, Fax, Email.
const std::vector<std::string>& contact_method_types();

/// Whether it is a telephone: all types except Fax and Email.
bool is_phone_type(std::string_view type);

/// An employee or a contact with all its contact methods, oldest first.
struct Person {
    RecordKind kind = RecordKind::employee;
    std::int64_t id = 0;
    std::string first_name;
    std::string last_name;
    std::int64_t branch_id = 0;
    std::int64_t rep_id = 0;  ///< the user who works with this record
    bool active = true;
    std::string status;
    std::string postal_code;

    bool is_assigned = false;  ///< employees only
    bool has_resume = false;   ///< employees only
    std::string last_message;  ///< employees only: the action code of the latest message

    std::string customer_name;  ///< where a contact works, or an employee is assigned
    std::string department;     ///< contacts only
    std::string title;          ///< a contact's title, or an employee's job title

    std::vector<ContactMethod> methods;

    RecordKey key() const { return {kind, id}; }
    bool operator==(const Person&) const = default;
};

/// "Dominic Proke"; either name may be empty.
std::string full_name(const std::string& first_name, const std::string& last_name);
std::string full_name(const Person& person);

/// The first number among the phone-type methods, as a grid shows it; empty when there is none.
std::string phone_shown(const Person& person);

}  // namespace mock_host
