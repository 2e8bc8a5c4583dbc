#pragma once

#include <cstdint>

#include "store/database.hpp"

namespace send_text {

/// The version of the schema that this plug-in works with.
std::int64_t newest_schema_version();

/// The version of the schema in the database; 0 when it has none. Reads only.
std::int64_t schema_version(Poco::Data::Session& session);

/// Runs the migrations that the database lacks, inside the caller's transaction.
void migrate(Poco::Data::Session& session);

}  // namespace send_text
