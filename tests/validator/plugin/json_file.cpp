#include "json_file.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "staffing_cpp/status_error.hpp"

namespace sound {

using nlohmann::json;
using staffing::StatusError;

json read_object(const std::string& path) {
    std::ifstream file(path);
    json object = json::parse(file, nullptr, false);
    return object.is_object() ? object : json::object();
}

void write_object(const std::string& path, const json& object) {
    std::ofstream file(path + ".new");
    file << object << std::flush;
    std::error_code failure;
    std::filesystem::rename(path + ".new", path, failure);
    if (!file || failure) throw StatusError(STAFFING_STATUS_UNAVAILABLE, path + " could not be written.");
}

json parsed_object(std::string_view text) {
    json object = json::parse(text, nullptr, false);
    if (!object.is_object() || text.find('\0') != text.npos) {  // which is an end to the parser
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "This is no JSON object.");
    }
    return object;
}

}  // namespace sound
