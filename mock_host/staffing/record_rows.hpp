#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/person.hpp"

// Rows of records and contact methods, for code that already holds the session.

namespace mock_host {

/// The people of one kind with their methods, by id; unknown ids are left out.
std::vector<Person> load_people(Session& session, RecordKind kind, std::span<const std::int64_t> ids);

/// The records that a query gives by kind and id; its one placeholder is `id`.
std::vector<RecordKey> load_record_keys(Session& session, const std::string& query, std::int64_t id);

bool record_exists(Session& session, const RecordKey& key);

/// Throws NotFound with a message for people.
void require_record(Session& session, const RecordKey& key);

/// Writes the record and its methods; the methods' ids are given by the database.
void insert_person(Session& session, const Person& person);

/// Throws InvalidInput for an invalid method.
void check_method(std::string_view type, std::string_view value);

/// Its id is last_insert_id().
void insert_method(Session& session, const RecordKey& key, std::string_view type, std::string_view value);

void delete_record(Session& session, const RecordKey& key);

}  // namespace mock_host
