#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace mock_host {

/// The entries of an audit trail as its file has them, each an object. All throw std::runtime_error, in
/// words, when the file is not as its format has it.

/// A JSON object a line (https://jsonlines.org).
std::vector<nlohmann::json> read_json_lines(const std::string& file);

/// RFC 4180, the first line with the names of the columns; every value is a string.
std::vector<nlohmann::json> read_csv(const std::string& file);

}  // namespace mock_host
