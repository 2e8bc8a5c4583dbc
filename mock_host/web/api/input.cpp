#include "mock_host/web/api/input.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "mock_host/web/api/routes.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

[[noreturn]] void refuse(const std::string& words) {
    throw ApiError(400, words);
}

const json& at(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) refuse("\"" + std::string(key) + "\" is missing.");
    return *found;
}

std::optional<std::int64_t> whole_number(const std::string& text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

}  // namespace

const json& body_of(const Endpoint& endpoint) {
    if (!endpoint.call.body.is_object()) refuse("The request's body must be a JSON object.");
    return endpoint.call.body;
}

std::string text_at(const json& object, const char* key) {
    const json& value = at(object, key);
    if (!value.is_string()) refuse("\"" + std::string(key) + "\" must be a string.");
    return value.get<std::string>();
}

std::int64_t integer_at(const json& object, const char* key) {
    const json& value = at(object, key);
    // A number above int64 would come out as a negative one.
    constexpr auto most = static_cast<std::uint64_t>(INT64_MAX);
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > most)) {
        refuse("\"" + std::string(key) + "\" must be a whole number.");
    }
    return value.get<std::int64_t>();
}

const json& list_at(const json& object, const char* key) {
    const json& value = at(object, key);
    if (!value.is_array()) refuse("\"" + std::string(key) + "\" must be a list.");
    return value;
}

const json& object_at(const json& object, const char* key) {
    const json& value = at(object, key);
    if (!value.is_object()) refuse("\"" + std::string(key) + "\" must be an object.");
    return value;
}

const json& texts_at(const json& object, const char* key) {
    const json& value = object_at(object, key);
    for (const auto& [name, text] : value.items()) {
        if (!text.is_string()) refuse("\"" + name + "\" in \"" + key + "\" must be a string.");
    }
    return value;
}

std::string query_text(const Endpoint& endpoint, const char* key) {
    const auto found = endpoint.call.query.find(key);
    return found == endpoint.call.query.end() ? std::string() : found->second;
}

std::optional<std::int64_t> query_integer(const Endpoint& endpoint, const char* key) {
    const std::string text = query_text(endpoint, key);
    if (text.empty()) return std::nullopt;
    const auto number = whole_number(text);
    if (!number)
        refuse("\"" + text + "\" is not a whole number, which \"" + std::string(key) + "\" must be.");
    return number;
}

std::int64_t id_in_path(const Endpoint& endpoint, std::size_t argument, const char* what) {
    const std::string& text = endpoint.arguments.at(argument);
    const auto id = whole_number(text);
    if (!id) throw ApiError(404, "There is no " + std::string(what) + " \"" + text + "\".");
    return *id;
}

RecordKey record_in_path(const Endpoint& endpoint) {
    const auto kind = kind_of(endpoint.arguments.at(0));
    if (!kind) {
        throw ApiError(404, "There are no records of the kind \"" + endpoint.arguments[0] +
                                "\", only employee and contact.");
    }
    return {*kind, id_in_path(endpoint, 1, std::string(word(*kind)).c_str())};
}

RecordKey record_in(const json& value) {
    if (!value.is_object()) refuse("A record must be an object such as {\"kind\":\"employee\",\"id\":5814}.");
    const std::string name = text_at(value, "kind");
    const auto kind = kind_of(name);
    if (!kind) refuse("\"" + name + "\" is not a kind of record: employee or contact.");
    return {*kind, integer_at(value, "id")};
}

}  // namespace mock_host
