#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace send_text {

/// What a carrier's bytes mean as JSON, within the bounds of staffing_json/bounded_json.hpp;
/// `discarded` if nothing. What is broken in one text or one entry of a list is mended (json_repair.hpp), and
/// bytes that are not UTF-8 become U+FFFD, so that one message cannot make a whole list unreadable.
nlohmann::json parse_json(const std::string& text);

/// The member of an object; nullptr if there is none, or `object` is no object (or nullptr).
const nlohmann::json* member(const nlohmann::json* object, const char* name);

/// The text of a string; empty for anything else.
std::string_view text_of(const nlohmann::json* value);

/// An id, as text_of; empty for one in which something had to be mended: it could be another's.
std::string_view id_of(const nlohmann::json* value);

/// What a person wrote: a string, or a number that was one; empty for none. U+FFFD stands for anything else,
/// and for a NUL, which C programs take for the end of a text.
std::string written_text(const nlohmann::json* value);

/// A whole number given as such or as a string of digits. Never by way of a double: ids are above 2^53.
std::optional<std::int64_t> whole_number(const nlohmann::json* value);

}  // namespace send_text
