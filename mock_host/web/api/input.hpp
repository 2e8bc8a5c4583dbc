#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "mock_host/staffing/person.hpp"

// What a request brings, read strictly: all throw ApiError (400), in words, for what is missing or of another
// kind.
namespace mock_host {

struct ApiCall;
struct Endpoint;

/// The body, which must be an object.
const nlohmann::json& body_of(const Endpoint& endpoint);

// Of an object, under a key.
std::string text_at(const nlohmann::json& object, const char* key);
std::int64_t integer_at(const nlohmann::json& object, const char* key);
const nlohmann::json& list_at(const nlohmann::json& object, const char* key);
const nlohmann::json& object_at(const nlohmann::json& object, const char* key);
/// An object in which every value is a string, as those of an account and a dialog are.
const nlohmann::json& texts_at(const nlohmann::json& object, const char* key);

/// Of the query; empty when it is not there.
std::string query_text(const Endpoint& endpoint, const char* key);
/// Nothing when it is not there or empty.
std::optional<std::int64_t> query_integer(const Endpoint& endpoint, const char* key);

/// A number in the path: the argument at this place. `what`: "dialog". Another text there is a 404.
std::int64_t id_in_path(const Endpoint& endpoint, std::size_t argument, const char* what);
/// The record in the path: its kind and id are the first two arguments. Anything else there is a 404.
RecordKey record_in_path(const Endpoint& endpoint);

/// Of {"kind":"employee","id":5814}.
RecordKey record_in(const nlohmann::json& value);

}  // namespace mock_host
