#include "mock_host/staffing/person.hpp"

#include <algorithm>

#include "mock_host/staffing/phone_key.hpp"

namespace mock_host {

std::string_view word(RecordKind kind) {
    return kind == RecordKind::employee ? "employee" : "contact";
}

std::optional<RecordKind> kind_of(std::string_view text) {
    for (const RecordKind kind : {RecordKind::employee, RecordKind::contact}) {
        if (text == word(kind)) return kind;
    }
    return std::nullopt;
}

std::string describe(const RecordKey& key) {
    return std::string(word(key.kind)) + " " + std::to_string(key.id);
}

const std::vector<std::string>& contact_method_types() {
    static const std::vector<std::string> types = {"SMS",        "Cell Phone", "Phone", "Office Phone",
                                                   "Home Phone", "Car Phone",  "Fax",   "Email"};
    return types;
}

bool is_phone_type(std::string_view type) {
    return type != "Fax" && type != "Email" && std::ranges::count(contact_method_types(), type) > 0;
}

std::string full_name(const std::string& first_name, const std::string& last_name) {
    const bool has_both = !first_name.empty() && !last_name.empty();
    return first_name + (has_both ? " " : "") + last_name;
}

std::string full_name(const Person& person) {
    return full_name(person.first_name, person.last_name);
}

std::string phone_shown(const Person& person) {
    const auto holds_number = [](const ContactMethod& method) {
        return is_phone_type(method.type) && !phone_key(method.value).empty();
    };
    const auto found = std::ranges::find_if(person.methods, holds_number);
    return found == person.methods.end() ? std::string() : found->value;
}

}  // namespace mock_host
