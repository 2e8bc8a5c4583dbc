#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "runner/outcome.hpp"

namespace validator {

/// Writes a line for a check that has ended.
void write_line(std::ostream& out, const Result& result);

/// Writes how many checks ended how.
void write_summary(std::ostream& out, const std::vector<Result>& results, std::uint64_t seed);

/// {"plugin": …, "seed": N, "checks": [{"name", "outcome", "message", "milliseconds"}]}
void write_json(std::ostream& out, const std::string& plugin, std::uint64_t seed,
                const std::vector<Result>& results);

/// Whether no check failed or crashed.
bool is_sound(const std::vector<Result>& results);

}  // namespace validator
