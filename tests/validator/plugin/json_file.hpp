#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace sound {

/// The object in a file; an empty one when there is none or the file is damaged.
nlohmann::json read_object(const std::string& path);

/// Replaces the file as a whole. Throws StatusError.
void write_object(const std::string& path, const nlohmann::json& object);

/// The object that a host has given. Throws StatusError when it is none.
nlohmann::json parsed_object(std::string_view text);

}  // namespace sound
