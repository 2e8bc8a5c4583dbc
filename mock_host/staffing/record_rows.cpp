#include "mock_host/staffing/record_rows.hpp"

#include <algorithm>

#include "mock_host/staffing/phone_key.hpp"

namespace mock_host {

namespace {

/// One bound value for a list of any length: SQLite reads it with json_each().
std::string json_array(std::span<const std::int64_t> ids) {
    std::string json = "[";
    for (const std::int64_t id : ids) {
        if (json.size() > 1) json += ',';
        json += std::to_string(id);
    }
    return json + "]";
}

void load_methods(Session& session, RecordKind kind, const std::string& ids, std::vector<Person>& people) {
    std::int64_t record_id = 0;
    ContactMethod method;
    Statement select(session);
    select << "SELECT record_id, id, type, value FROM contact_method"
              " WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, id",
        sql::bind(static_cast<std::int32_t>(kind)), sql::bind(ids), sql::into(record_id),
        sql::into(method.id), sql::into(method.type), sql::into(method.value);
    auto person = people.begin();  // both lists are ordered by the record's id
    for_each_row(select, [&] {
        while (person->id != record_id)
            ++person;
        person->methods.push_back(method);
    });
}

}  // namespace

std::vector<Person> load_people(Session& session, RecordKind kind, std::span<const std::int64_t> ids) {
    const std::string wanted = json_array(ids);
    std::vector<Person> people;
    Person row;
    row.kind = kind;
    Statement select(session);
    select << "SELECT id, first_name, last_name, branch_id, rep_id, active, status, postal_code,"
              " is_assigned, has_resume, last_message, customer_name, department, title FROM record"
              " WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        sql::bind(static_cast<std::int32_t>(kind)), sql::bind(wanted), sql::into(row.id),
        sql::into(row.first_name), sql::into(row.last_name), sql::into(row.branch_id), sql::into(row.rep_id),
        sql::into(row.active), sql::into(row.status), sql::into(row.postal_code), sql::into(row.is_assigned),
        sql::into(row.has_resume), sql::into(row.last_message), sql::into(row.customer_name),
        sql::into(row.department), sql::into(row.title);
    for_each_row(select, [&] { people.push_back(row); });
    load_methods(session, kind, wanted, people);
    return people;
}

bool record_exists(Session& session, const RecordKey& key) {
    std::int64_t count = 0;
    session << "SELECT count(*) FROM record WHERE kind = ? AND id = ?",
        sql::bind(static_cast<std::int32_t>(key.kind)), sql::bind(key.id), sql::into(count), sql::now;
    return count > 0;
}

void require_record(Session& session, const RecordKey& key) {
    if (!record_exists(session, key)) {
        throw NotFound("There is no " + describe(key) + ": it was never there, or was deleted or merged.");
    }
}

void insert_person(Session& session, const Person& person) {
    session << "INSERT INTO record (kind, id, first_name, last_name, branch_id, rep_id, active, status,"
               " postal_code, is_assigned, has_resume, last_message, customer_name, department, title)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sql::bind(static_cast<std::int32_t>(person.kind)), sql::bind(person.id), sql::bind(person.first_name),
        sql::bind(person.last_name), sql::bind(person.branch_id), sql::bind(person.rep_id),
        sql::bind(person.active), sql::bind(person.status), sql::bind(person.postal_code),
        sql::bind(person.is_assigned), sql::bind(person.has_resume), sql::bind(person.last_message),
        sql::bind(person.customer_name), sql::bind(person.department), sql::bind(person.title), sql::now;
    for (const ContactMethod& method : person.methods) {
        insert_method(session, person.key(), method.type, method.value);
    }
}

void insert_method(Session& session, const RecordKey& key, std::string_view type, std::string_view value) {
    if (std::ranges::count(contact_method_types(), type) == 0) {
        throw InvalidInput("\"" + std::string(type) + "\" is not a type of contact method.");
    }
    refuse_zero_byte(value, "value of the contact method");
    session << "INSERT INTO contact_method (kind, record_id, type, value, phone_key) VALUES (?, ?, ?, ?, ?)",
        sql::bind(static_cast<std::int32_t>(key.kind)), sql::bind(key.id), sql::bind(std::string(type)),
        sql::bind(std::string(value)), sql::bind(is_phone_type(type) ? phone_key(value) : std::string()),
        sql::now;
}

void delete_record(Session& session, const RecordKey& key) {
    session << "DELETE FROM record WHERE kind = ? AND id = ?", sql::bind(static_cast<std::int32_t>(key.kind)),
        sql::bind(key.id), sql::now;
}

}  // namespace mock_host
