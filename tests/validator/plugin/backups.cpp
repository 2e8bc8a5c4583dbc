#include "backups.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "staffing_cpp/status_error.hpp"

namespace sound {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using staffing::StatusError;

namespace {

constexpr const char* whose = "com.example.sound_plugin";

void expect_full(const std::string& path) {
    if (fs::path(path).is_absolute() && path.find('\0') == std::string::npos) return;
    throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "That is no full path of a file.");
}

}  // namespace

void Backups::open(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    folder_ = folder.empty() ? "" : folder + "/backups";
}

std::string Backups::place_of_its_own() const {
    if (folder_.empty())
        throw StatusError(STAFFING_STATUS_NOT_SUPPORTED, "The host gives no folder for backups.");
    fs::create_directories(folder_);
    int number = 1;
    const auto path = [&] { return folder_ + "/" + std::to_string(10'000 + number) + ".json"; };
    while (fs::exists(path()))
        ++number;
    return path();
}

std::string Backups::make(const std::string& path) {
    if (!path.empty()) expect_full(path);
    const std::lock_guard lock(mutex_);
    std::string made = path.empty() ? place_of_its_own() : path;
    if (fs::exists(made))
        throw StatusError(STAFFING_STATUS_REFUSED, "There is already a file or folder at " + made + ".");
    std::ofstream file(made);
    file << Json{{"backup_of", whose}, {"settings", Json::parse(settings_.values())}}.dump();
    if (!file.flush()) throw StatusError(STAFFING_STATUS_UNAVAILABLE, made + " cannot be written.");
    return made;
}

void Backups::restore(const std::string& path) {
    expect_full(path);
    std::error_code none;
    if (!fs::exists(path, none))
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no file " + path + ".");
    if (!fs::is_regular_file(path, none)) throw StatusError(STAFFING_STATUS_REFUSED, path + " is no file.");
    std::ifstream file(path);
    const Json backup = Json::parse(file, nullptr, false);
    if (!backup.is_object() || backup.value("backup_of", "") != whose)
        throw StatusError(STAFFING_STATUS_REFUSED, path + " is no backup of this plug-in.");
    settings_.change(backup.at("settings").dump());
}

std::string Backups::list() const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, Json, std::greater<>> newest_first;
    if (fs::exists(folder_)) {
        for (const auto& file : fs::directory_iterator(folder_)) {
            newest_first[file.path().string()] = {
                {"path", file.path().string()}, {"at", "2026-03-02T15:00:00Z"}, {"size", file.file_size()}};
        }
    }
    Json backups = Json::array();
    for (const auto& [path, backup] : newest_first)
        backups.push_back(backup);
    return Json{{"folder", folder_}, {"backups", backups}}.dump();
}

}  // namespace sound
