#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

// The only way to read JSON that somebody else wrote. Code that works on a value recurses into it, possibly
// on the small stack of a foreign thread, so depth and size are checked before the text is parsed.
namespace staffing {

/// How deep JSON may be nested; the contract and carriers need no more than ten levels.
inline constexpr std::size_t max_json_depth = 64;

/// How many bytes of JSON are read by default.
inline constexpr std::size_t max_json_bytes = std::size_t{16} << 20U;

enum class JsonFault { none, too_large, too_deep, not_json };

/// JSON was not read; the message says why.
class JsonError : public std::runtime_error {
  public:
    JsonError(JsonFault fault, const std::string& words) : std::runtime_error(words), fault_(fault) {}
    JsonFault fault() const { return fault_; }

  private:
    JsonFault fault_;
};

/// Whether brackets are nested deeper than max_json_depth. Exact only for valid JSON, but never false for
/// what a parser would nest deeper.
inline bool is_nested_too_deep(std::string_view text) {
    std::size_t depth = 0;
    bool is_in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') is_in_string = !is_in_string;
        if (is_in_string) {
            if (c == '\\') ++at;
        } else if (c == '{' || c == '[') {
            if (++depth > max_json_depth) return true;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

/// The JSON value of a text, or why it was not read; then the value is `discarded`.
template <class Json = nlohmann::json>
Json read_json(std::string_view text, std::size_t max_bytes, JsonFault& fault) {
    Json value(Json::value_t::discarded);
    fault = text.size() > max_bytes    ? JsonFault::too_large
            : is_nested_too_deep(text) ? JsonFault::too_deep
                                       : JsonFault::not_json;
    // The parser would stop at a NUL.
    if (fault != JsonFault::not_json || text.find('\0') != std::string_view::npos) return value;
    value = Json::parse(text, nullptr, false);
    if (!value.is_discarded()) fault = JsonFault::none;
    return value;
}

/// The JSON value of a text; `discarded` when it was not read.
template <class Json = nlohmann::json>
Json json_or_discarded(std::string_view text, std::size_t max_bytes = max_json_bytes) {
    JsonFault fault = JsonFault::none;
    return read_json<Json>(text, max_bytes, fault);
}

/// "1,048,576"
inline std::string with_thousands(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4)
        digits.insert(digits.size() - from_end, 1, ',');
    return digits;
}

/// Why a text was not read, in a sentence that begins with `what`.
inline std::string json_fault_words(JsonFault fault, std::string_view what, std::size_t bytes,
                                    std::size_t max_bytes) {
    const std::string begin(what);
    if (fault == JsonFault::too_large) {
        return begin + " has " + with_thousands(bytes) + " bytes; at most " + with_thousands(max_bytes) +
               " are taken. Shorten what is in it.";
    }
    if (fault == JsonFault::too_deep) {
        return begin + " is nested deeper than " + std::to_string(max_json_depth) +
               " levels, which is more than is read.";
    }
    return begin + " is not JSON.";
}

/// Where a text stops being JSON, in the parser's words. They quote the text, so use this only for JSON that
/// a person wrote and that has no secret in it.
inline std::string where_not_json(const std::string& text) {
    try {
        const nlohmann::json sound = nlohmann::json::parse(text);
        return {};
    } catch (const nlohmann::json::parse_error& error) {
        return error.what();
    }
}

/// The JSON value of a text. Throws JsonError with a message that begins with `what` when it was not read.
template <class Json = nlohmann::json>
Json json_from(std::string_view text, std::string_view what, std::size_t max_bytes = max_json_bytes) {
    JsonFault fault = JsonFault::none;
    Json value = read_json<Json>(text, max_bytes, fault);
    if (fault != JsonFault::none)
        throw JsonError(fault, json_fault_words(fault, what, text.size(), max_bytes));
    return value;
}

}  // namespace staffing
