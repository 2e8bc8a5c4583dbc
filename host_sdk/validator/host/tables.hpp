#pragma once

#include <string_view>
#include <vector>

namespace validator {

/// The ids of all extensions that a host can have.
const std::vector<const char*>& host_extension_ids();

/// The host's table of an extension, or nullptr.
const void* table_of(std::string_view id);

/// The functions of a table of the host, in their order; the one of this name is NULL.
std::vector<void (*)()> table_without(std::string_view id, std::string_view function);

}  // namespace validator
