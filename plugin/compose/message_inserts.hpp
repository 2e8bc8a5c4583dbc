#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace send_text {

/// What a person can put into a message by a click, the property `inserts` of a text_area: these fields, in
/// words, and emoji that people at work use, each with its name. Without any fields: those that everybody
/// has.
nlohmann::json message_inserts(const std::vector<std::string>& fields);

}  // namespace send_text
