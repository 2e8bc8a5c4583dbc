#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace validator {

/// The properties of an entry, in the order of the columns (schema/audit_entry.schema.json).
const std::vector<std::string>& audit_properties();

/// The ids of the entries in JSON Lines. Throws Failed when they are not as the schema has them.
std::vector<std::int64_t> ids_of_json_lines(std::string_view text);

/// The fields of each line of CSV (RFC 4180). Throws Failed when it is none.
std::vector<std::vector<std::string>> rows_of_csv(std::string_view text);

}  // namespace validator
