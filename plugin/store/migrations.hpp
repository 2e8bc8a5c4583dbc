#pragma once

#include <cstdint>

#include "store/database.hpp"

namespace send_text {

/// The version of the schema that this plug-in works with.
std::int64_t newest_schema_version();

/// The version of the schema in the database; 0 when it has none. Reads only.
std::int64_t schema_version(Poco::Data::Session& session);

/// Runs the migrations that the database lacks, inside the caller's transaction, up to a version.
void migrate(Poco::Data::Session& session, std::int64_t to_version = newest_schema_version());

}  // namespace send_text
