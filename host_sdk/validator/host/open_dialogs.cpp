#include "host/open_dialogs.hpp"

#include <set>
#include <stdexcept>

namespace validator {

using Json = nlohmann::json;

namespace {

bool has(const Json& object, const char* key, Json::value_t type) {
    const auto found = object.find(key);
    return found != object.end() && found->type() == type;
}

/// What is wrong with an array of objects that each need their own id.
std::string problem_of_list(const Json& list, const char* what, const char* words_key) {
    std::set<std::string> ids;
    for (const Json& one : list) {
        if (!one.is_object()) return std::string("One of its ") + what + " is not an object.";
        for (const char* key : {"id", words_key})
            if (!has(one, key, Json::value_t::string))
                return std::string("One of its ") + what + " has no " + key + ".";
        if (!ids.insert(one["id"].get<std::string>()).second)
            return std::string("Two of its ") + what + " have the id " + one["id"].get<std::string>() + ".";
    }
    return {};
}

/// What is wrong with an element in which one of several values is chosen.
std::string problem_of_choice(const Json& element) {
    const std::string which = "Its choice \"" + element["id"].get<std::string>() + "\"";
    for (const char* key : {"label", "value"})
        if (!has(element, key, Json::value_t::string)) return which + " has no " + key + ".";
    if (!has(element, "choices", Json::value_t::array)) return which + " has no choices.";
    bool is_among_them = false;
    for (const Json& choice : element["choices"]) {
        if (!choice.is_object()) return which + " has a choice that is not an object.";
        for (const char* key : {"label", "value"})
            if (!has(choice, key, Json::value_t::string))
                return which + " has a choice without a " + key + ".";
        is_among_them = is_among_them || choice["value"] == element["value"];
    }
    return is_among_them ? "" : which + " has a value that is not one of its choices.";
}

/// What is wrong with an element to type into.
std::string problem_of_text_area(const Json& element) {
    const auto lines = element.find("lines");
    if (lines == element.end() || (lines->is_number_integer() && *lines >= 1)) return {};
    return "Its text_area \"" + element["id"].get<std::string>() +
           "\" has lines that are not a whole number of at least 1.";
}

std::string problem_of_elements(const Json& elements) {
    std::string problem = problem_of_list(elements, "elements", "kind");
    for (const Json& element : elements) {
        if (!problem.empty()) break;
        if (element["kind"] == "choice") problem = problem_of_choice(element);
        if (element["kind"] == "text_area") problem = problem_of_text_area(element);
    }
    return problem;
}

}  // namespace

std::string OpenDialogs::problem_of(const Json& view) {
    if (!view.is_object()) return "It is not a JSON object.";
    for (const char* key : {"name", "title"})
        if (!has(view, key, Json::value_t::string)) return std::string("It has no ") + key + ".";
    for (const char* key : {"elements", "buttons"})
        if (!has(view, key, Json::value_t::array)) return std::string("It has no ") + key + ".";
    const std::string problem = problem_of_elements(view["elements"]);
    return problem.empty() ? problem_of_list(view["buttons"], "buttons", "label") : problem;
}

std::uint64_t OpenDialogs::open(Json view) {
    const std::lock_guard lock(mutex_);
    views_[++last_id_] = std::move(view);
    return last_id_;
}

bool OpenDialogs::update(std::uint64_t id, const Json& patch) {
    const std::lock_guard lock(mutex_);
    const auto found = views_.find(id);
    if (found == views_.end()) return false;
    Json patched = found->second.patch(patch);
    if (const std::string problem = problem_of(patched); !problem.empty()) throw std::runtime_error(problem);
    found->second = std::move(patched);
    return true;
}

bool OpenDialogs::close(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    return views_.erase(id) == 1;
}

std::vector<std::uint64_t> OpenDialogs::ids() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::uint64_t> found;
    for (const auto& entry : views_)
        found.push_back(entry.first);
    return found;
}

Json OpenDialogs::view(std::uint64_t id) const {
    const std::lock_guard lock(mutex_);
    const auto found = views_.find(id);
    return found == views_.end() ? Json() : found->second;
}

std::uint64_t OpenDialogs::opened_count() const {
    const std::lock_guard lock(mutex_);
    return last_id_;
}

}  // namespace validator
