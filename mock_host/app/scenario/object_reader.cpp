#include "mock_host/app/scenario/object_reader.hpp"

#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"

namespace mock_host {

using nlohmann::json;

ObjectReader::ObjectReader(const json& object, std::string where)
    : object_(object), where_(std::move(where)) {
    if (!object_.is_object()) refuse("an object is expected, with keys and values in { }");
}

const json* ObjectReader::value(const std::string& key) {
    keys_.insert(key);
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
}

bool ObjectReader::has(const std::string& key) {
    return value(key) != nullptr;
}

std::string ObjectReader::text(const std::string& key) {
    const json* const found = value(key);
    if (found == nullptr) refuse("\"" + key + "\" is missing");
    if (!found->is_string()) refuse("\"" + key + "\" must be a string");
    return found->get<std::string>();
}

std::string ObjectReader::text_or(const std::string& key, const std::string& otherwise) {
    return has(key) ? text(key) : otherwise;
}

std::vector<std::string> ObjectReader::texts(const std::string& key) {
    const json* const found = value(key);
    if (found == nullptr) return {};
    if (found->is_string()) return {found->get<std::string>()};
    if (!found->is_array()) refuse("\"" + key + "\" must be a string or a list of strings");
    std::vector<std::string> result;
    for (const json& item : *found) {
        if (!item.is_string()) refuse("\"" + key + "\" must be a string or a list of strings");
        result.push_back(item.get<std::string>());
    }
    return result;
}

std::optional<bool> ObjectReader::boolean(const std::string& key) {
    const json* const found = value(key);
    if (found == nullptr) return std::nullopt;
    if (!found->is_boolean()) refuse("\"" + key + "\" must be true or false");
    return found->get<bool>();
}

std::optional<std::int64_t> ObjectReader::integer(const std::string& key) {
    const json* const found = value(key);
    if (found == nullptr) return std::nullopt;
    if (!found->is_number_integer()) refuse("\"" + key + "\" must be a whole number");
    return found->get<std::int64_t>();
}

std::map<std::string, std::string> ObjectReader::other_texts() {
    std::map<std::string, std::string> others;
    for (const auto& [key, ignored] : object_.items()) {
        if (!keys_.contains(key)) others[key] = text(key);
    }
    return others;
}

const json& ObjectReader::list(const std::string& key) {
    const json* const found = value(key);
    if (found == nullptr) refuse("\"" + key + "\" is missing");
    if (!found->is_array()) refuse("\"" + key + "\" must be a list");
    return *found;
}

void ObjectReader::finish() const {
    for (const auto& [key, ignored] : object_.items()) {
        if (keys_.contains(key)) continue;
        std::string there;
        for (const std::string& known : keys_)
            there += (there.empty() ? "" : ", ") + known;
        refuse("there is no key \"" + key + "\" here. The keys are: " + (there.empty() ? "none" : there));
    }
}

void ObjectReader::refuse(const std::string& words) const {
    throw ScenarioError(where_ + ": " + words + ".");
}

}  // namespace mock_host
