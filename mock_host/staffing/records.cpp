#include "mock_host/staffing/records.hpp"

#include <map>

#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/record_change.hpp"
#include "mock_host/staffing/record_rows.hpp"

namespace mock_host {

namespace {

void require_method(Session& session, const RecordKey& key, std::int64_t method_id) {
    require_record(session, key);
    std::int64_t count = 0;
    session << "SELECT count(*) FROM contact_method WHERE id = ? AND kind = ? AND record_id = ?",
        sql::bind(method_id), sql::bind(static_cast<std::int32_t>(key.kind)), sql::bind(key.id),
        sql::into(count), sql::now;
    if (count == 0) {
        throw NotFound("The " + describe(key) + " has no contact method " + std::to_string(method_id) + ".");
    }
}

void require_row(Session& session, const std::string& table, std::int64_t id) {
    std::int64_t count = 0;
    session << "SELECT count(*) FROM " + table + " WHERE id = ?", sql::bind(id), sql::into(count), sql::now;
    if (count == 0) throw NotFound("There is no " + table + " " + std::to_string(id) + ".");
}

/// The host's own rule for what a person may enter in a contact method.
void check_written(std::string_view value, const std::string& type) {
    constexpr std::size_t longest = 200;
    refuse_zero_byte(value, "value of the contact method");
    if (value.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        throw InvalidInput("The " + type + " cannot be left empty. Remove it from the record instead.");
    }
    if (value.size() > longest) {
        throw InvalidInput("The " + type + " can have " + std::to_string(longest) +
                           " characters at most. Enter only what is needed to reach the person.");
    }
}

std::int64_t next_free_id(Session& session, RecordKind kind) {
    std::int64_t id = 0;
    session << "SELECT coalesce(max(id), 0) + 1 FROM record WHERE kind = ?",
        sql::bind(static_cast<std::int32_t>(kind)), sql::into(id), sql::now;
    return id;
}

}  // namespace

std::optional<Person> Records::find(const RecordKey& key) const {
    std::vector<Person> found = get(std::span(&key, 1));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Person> Records::get(std::span<const RecordKey> keys) const {
    std::map<RecordKind, std::vector<std::int64_t>> ids;
    for (const RecordKey& key : keys)
        ids[key.kind].push_back(key.id);

    std::map<RecordKey, Person> found;
    connection_.read([&](Session& session) {
        for (const auto& [kind, wanted] : ids) {
            for (Person& person : load_people(session, kind, wanted)) {
                const RecordKey key = person.key();
                found.emplace(key, std::move(person));
            }
        }
    });

    std::vector<Person> people;
    people.reserve(found.size());
    for (const RecordKey& key : keys) {
        if (const auto it = found.find(key); it != found.end()) people.push_back(it->second);
    }
    return people;
}

std::vector<Person> Records::find_by_phone(std::string_view e164) const {
    const std::string wanted = phone_key(e164);
    if (wanted.empty()) return {};
    return connection_.read([&](Session& session) {
        std::vector<Person> people;
        for (const RecordKind kind : {RecordKind::employee, RecordKind::contact}) {
            std::vector<std::int64_t> ids;
            session << "SELECT DISTINCT record_id FROM contact_method"
                       " WHERE phone_key = ? AND phone_key <> '' AND kind = ?",
                sql::bind(wanted), sql::bind(static_cast<std::int32_t>(kind)), sql::into(ids), sql::now;
            for (Person& person : load_people(session, kind, ids))
                people.push_back(std::move(person));
        }
        return people;
    });
}

void Records::update_method(const RecordKey& key, std::int64_t method_id, std::string_view value,
                            std::optional<std::string_view> expected) {
    change([&](Session& session) {
        require_method(session, key, method_id);
        std::string type;
        std::string before;
        session << "SELECT type, value FROM contact_method WHERE id = ?", sql::bind(method_id),
            sql::into(type), sql::into(before), sql::now;
        if (expected && before != *expected) {
            throw InvalidInput("Somebody changed this " + type + " meanwhile. Look at the record again.");
        }
        check_written(value, type);
        session << "UPDATE contact_method SET value = ?, phone_key = ? WHERE id = ?",
            sql::bind(std::string(value)), sql::bind(is_phone_type(type) ? phone_key(value) : std::string()),
            sql::bind(method_id), sql::now;
    });
}

std::int64_t Records::add_method(const RecordKey& key, std::string_view type, std::string_view value) {
    return change([&](Session& session) {
        require_record(session, key);
        insert_method(session, key, type, value);
        return last_insert_id(session);
    });
}

void Records::remove_method(const RecordKey& key, std::int64_t method_id) {
    change([&](Session& session) {
        require_method(session, key, method_id);
        session << "DELETE FROM contact_method WHERE id = ?", sql::bind(method_id), sql::now;
    });
}

RecordKey Records::add(const Person& person) {
    return change([&](Session& session) {
        require_row(session, "branch", person.branch_id);
        require_row(session, "user", person.rep_id);
        Person added = person;
        if (added.id == 0) added.id = next_free_id(session, added.kind);
        if (record_exists(session, added.key())) {
            throw InvalidInput("There is an " + describe(added.key()) + " already: choose another id.");
        }
        insert_person(session, added);
        return added.key();
    });
}

void Records::set_active(const RecordKey& key, bool active) {
    change([&](Session& session) {
        require_record(session, key);
        session << "UPDATE record SET active = ? WHERE kind = ? AND id = ?", sql::bind(active),
            sql::bind(static_cast<std::int32_t>(key.kind)), sql::bind(key.id), sql::now;
    });
}

void Records::remove(const RecordKey& key) {
    change([&](Session& session) {
        require_record(session, key);
        delete_record(session, key);
    });
}

}  // namespace mock_host
