#pragma once

#include <string>
#include <vector>

#include "host/every_call.hpp"

namespace validator {

/// The functions of the extensions that the plug-in has, each with NULL in place of one argument that must
/// not be NULL: "menu.populate without a target".
std::vector<Call> calls_with_null(const LivePlugin& plugin);

}  // namespace validator
