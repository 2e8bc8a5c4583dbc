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
    // Whole columns: fetching row by row takes Poco several times as long.
    std::vector<std::int64_t> record_ids, method_ids;
    std::vector<std::string> types, values;
    session << "SELECT record_id, id, type, value FROM contact_method"
               " WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, id",
        sql::bind(static_cast<std::int32_t>(kind)), sql::bind(ids), sql::into(record_ids),
        sql::into(method_ids), sql::into(types), sql::into(values), sql::now;
    auto person = people.begin();  // both lists are ordered by the record's id
    for (std::size_t i = 0; i < record_ids.size(); ++i) {
        while (person->id != record_ids[i])
            ++person;
        person->methods.push_back({method_ids[i], std::move(types[i]), std::move(values[i])});
    }
}

}  // namespace

std::vector<Person> load_people(Session& session, RecordKind kind, std::span<const std::int64_t> ids) {
    const std::string wanted = json_array(ids);
    std::vector<std::int64_t> id, branch_id, rep_id, active, is_assigned, has_resume;
    std::vector<std::string> first_name, last_name, status, postal_code, last_message, customer_name,
        department, title;
    session << "SELECT id, first_name, last_name, branch_id, rep_id, active, status, postal_code,"
               " is_assigned, has_resume, last_message, customer_name, department, title FROM record"
               " WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        sql::bind(static_cast<std::int32_t>(kind)), sql::bind(wanted), sql::into(id), sql::into(first_name),
        sql::into(last_name), sql::into(branch_id), sql::into(rep_id), sql::into(active), sql::into(status),
        sql::into(postal_code), sql::into(is_assigned), sql::into(has_resume), sql::into(last_message),
        sql::into(customer_name), sql::into(department), sql::into(title), sql::now;
    std::vector<Person> people(id.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i] = {kind,
                     id[i],
                     std::move(first_name[i]),
                     std::move(last_name[i]),
                     branch_id[i],
                     rep_id[i],
                     active[i] != 0,
                     std::move(status[i]),
                     std::move(postal_code[i]),
                     is_assigned[i] != 0,
                     has_resume[i] != 0,
                     std::move(last_message[i]),
                     std::move(customer_name[i]),
                     std::move(department[i]),
                     std::move(title[i]),
                     {}};
    }
    load_methods(session, kind, wanted, people);
    return people;
}

std::vector<RecordKey> load_record_keys(Session& session, const std::string& query, std::int64_t id) {
    std::vector<RecordKey> keys;
    std::int32_t kind = 0;
    std::int64_t record_id = 0;
    Statement select(session);
    select << query, sql::bind(id), sql::into(kind), sql::into(record_id);
    for_each_row(select, [&] { keys.push_back({static_cast<RecordKind>(kind), record_id}); });
    return keys;
}

bool record_exists(Session& session, const RecordKey& key) {
    std::int64_t count = 0;
    session << "SELECT count(*) FROM record WHERE kind = ? AND id = ?",
        sql::bind(static_cast<std::int32_t>(key.kind)), sql::bind(key.id), sql::into(count), sql::now;
    return count > 0;
}

void require_record(Session& session, const RecordKey& key) {
    if (!record_exists(session, key)) {
        throw NotFound("There is no " + describe(key) + ": it never existed, or it was deleted or merged.");
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

void check_method(std::string_view type, std::string_view value) {
    if (std::ranges::count(contact_method_types(), type) == 0) {
        throw InvalidInput("\"" + std::string(type) + "\" is not a type of contact method.");
    }
    refuse_zero_byte(value, "value of the contact method");
}

void insert_method(Session& session, const RecordKey& key, std::string_view type, std::string_view value) {
    check_method(type, value);
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
