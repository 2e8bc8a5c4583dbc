#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/problems.hpp"
#include "model/settings.hpp"

namespace send_text {

/// The settings that there are, with types, bounds, defaults and words, for the host to show.
nlohmann::json describe_settings();

/// The settings as an object, key to value.
nlohmann::json to_json(const Settings& settings);

/// `settings` with the values of an object put in. What is not taken (an unknown key, a wrong type, out of
/// bounds) is in `problems`, and then the result is of no use.
Settings with_values(const Settings& settings, const nlohmann::json& values, Problems& problems);

}  // namespace send_text
