#include "gateway/zipwhip/envelope.hpp"

#include <Poco/String.h>

#include "gateway/json_values.hpp"

namespace send_text::zipwhip {

namespace {

using nlohmann::json;

// [?] The failure body is not public. One client models `success, message, error, errorCode`; the documented
// codes are also looked for under the names that Zipwhip uses elsewhere, and one level down.
constexpr const char* code_names[] = {"errorCode", "statusCode", "code"};
constexpr const char* place_names[] = {"error", "response"};
constexpr const char* word_names[] = {"message", "error", "errorMessage", "response"};

std::optional<std::int64_t> code_in(const json* object) {
    for (const char* name : code_names) {
        if (const auto code = whole_number(member(object, name))) return code;
    }
    return std::nullopt;
}

std::optional<std::int64_t> failure_code(const json& envelope) {
    auto code = code_in(&envelope);
    for (const char* place : place_names) {
        const json* value = member(&envelope, place);
        if (!code) code = code_in(value);
        if (!code) code = whole_number(value);
    }
    return code;
}

std::string failure_words(const json& envelope) {
    std::string words;
    for (const char* name : word_names) {
        const json* value = member(&envelope, name);
        const json* inner = member(value, "message");
        const std::string_view more = text_of(inner != nullptr ? inner : value);
        if (!words.empty() && !more.empty()) words += ' ';
        words += more;
    }
    return words;
}

}  // namespace

std::optional<Envelope> parse_envelope(const std::string& body) {
    json parsed = parse_json(body);
    const json* success = member(&parsed, "success");
    if (success == nullptr || !success->is_boolean()) return std::nullopt;

    Envelope envelope;
    envelope.success = success->get<bool>();
    if (!envelope.success) {
        envelope.words = failure_words(parsed);
        envelope.code = failure_code(parsed);
        envelope.speaks_of_session = Poco::toLower(envelope.words).find("session") != std::string::npos;
        envelope.gives_no_reason = envelope.words.empty() && !envelope.code;
    }
    if (parsed.contains("response")) envelope.response = std::move(parsed["response"]);
    return envelope;
}

std::string id_text(const json* value) {
    if (value == nullptr) return {};
    if (value->is_number_unsigned()) return std::to_string(value->get<std::uint64_t>());
    if (value->is_number_integer()) return std::to_string(value->get<std::int64_t>());
    return std::string(id_of(value));
}

}  // namespace send_text::zipwhip
