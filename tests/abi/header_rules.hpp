#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

// The rules that a header of the contract keeps, so that every compiler and language lays it out alike.
namespace abi {

/// The types that cross by value: integers of fixed width, and the contract's own names for int32_t that
/// stand in `all_headers`.
std::set<std::string> value_types(std::string_view all_headers);

/// What a header does against the rules, a sentence each; none when it keeps them:
/// it includes nothing but <stddef.h>, <stdint.h> and "staffing/…"; each function pointer has exactly one of
/// the tags [main-thread], [thread-safe] and [worker] in the comment above it, and takes and gives scalars of
/// fixed width and pointers only; no bool, enum, union, bit-field, varargs or integer whose width is the
/// compiler's choice; each struct is a table of functions, a sink (which starts with a context), starts with
/// struct_size, or is one of the few that never grow.
std::vector<std::string> broken_rules(std::string_view header, const std::set<std::string>& value_types);

}  // namespace abi
