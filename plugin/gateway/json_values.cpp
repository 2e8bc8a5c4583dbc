#include "gateway/json_values.hpp"

#include <charconv>

#include "core/secret.hpp"
#include "core/utf8.hpp"
#include "gateway/json_repair.hpp"
#include "staffing_json/bounded_json.hpp"

namespace send_text {

using nlohmann::json;

json parse_json(const std::string& text) {
    staffing::JsonFault fault = staffing::JsonFault::none;
    json whole = staffing::read_json(text, staffing::max_json_bytes, fault);
    if (fault == staffing::JsonFault::none || fault == staffing::JsonFault::too_large) return whole;
    std::string utf8 = replace_invalid_utf8(text);
    std::optional<std::string> repaired = repaired_json(utf8);
    // Mending makes it longer, within bounds.
    json parsed = repaired ? staffing::json_or_discarded(*repaired, repaired->size()) : std::move(whole);
    wipe(utf8);  // the answer may have held a key
    if (repaired) wipe(*repaired);
    return parsed;
}

const json* member(const json* object, const char* name) {
    if (object == nullptr || !object->is_object()) return nullptr;
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &*found;
}

std::string_view text_of(const json* value) {
    if (value == nullptr || !value->is_string()) return {};
    return value->get_ref<const std::string&>();
}

std::string_view id_of(const json* value) {
    const std::string_view id = text_of(value);
    return id.find(unreadable_in_utf8) == std::string_view::npos ? id : std::string_view();
}

std::string written_text(const json* value) {
    if (value == nullptr || value->is_null()) return {};
    if (value->is_number()) return value->dump();
    if (!value->is_string()) return std::string(unreadable_in_utf8);
    std::string text(text_of(value));
    for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
        text.replace(at, 1, unreadable_in_utf8);
    return text;
}

std::optional<std::int64_t> whole_number(const json* value) {
    if (value == nullptr) return std::nullopt;
    if (value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX) return std::nullopt;
    if (value->is_number_integer()) return value->get<std::int64_t>();
    const std::string_view text = text_of(value);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

}  // namespace send_text
