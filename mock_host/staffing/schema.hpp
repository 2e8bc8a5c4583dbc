#pragma once

#include <string>

namespace mock_host {

class Connection;

/// Whether the database is new and must be created and filled. Throws StaffingError, with `file` in its
/// words, when it is damaged, is some other database, or has a newer schema than this program knows.
bool is_new_database(Connection& connection, const std::string& file);

/// Creates all tables and fills them, in one transaction.
void create_and_fill(Connection& connection);

/// Adds the tables that came after the first version to a database that lacks them. They stand alone, so that
/// a mock host that does not know them reads the rest.
void add_later_tables(Connection& connection);

}  // namespace mock_host
