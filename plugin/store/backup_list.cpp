#include "store/backup_list.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <regex>

#include "core/utf8_path.hpp"
#include "store/database.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

TimePoint written_at(const fs::directory_entry& file) {
    return std::chrono::time_point_cast<Milliseconds>(
        std::chrono::file_clock::to_sys(file.last_write_time()));
}

/// The time in a name, `send_text-2026-03-02-180000.sqlite`: when it was made by the clock that this computer
/// showed then. Of a file with another name, when it was written.
TimePoint made_at(const fs::directory_entry& file) {
    const std::regex dated(R"(-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)\b)");
    const std::string name = to_utf8(file.path().filename());
    std::smatch parts;
    if (!std::regex_search(name, parts, dated)) return written_at(file);
    const auto number = [&](std::size_t at) { return std::stoi(parts[at]); };
    std::tm time{};
    time.tm_year = number(1) - 1900;
    time.tm_mon = number(2) - 1;
    time.tm_mday = number(3);
    time.tm_hour = number(4);
    time.tm_min = number(5);
    time.tm_sec = number(6);
    time.tm_isdst = -1;
    return TimePoint(Seconds(std::mktime(&time)));
}

}  // namespace

std::vector<BackupFile> backups_in(const std::string& folder) {
    struct Found {
        BackupFile backup;
        TimePoint written_at;  ///< tells two of the same second apart
    };
    std::vector<Found> found;
    const fs::path place = path_from_utf8(folder);
    try {
        if (!fs::exists(place)) return {};
        for (const fs::directory_entry& file : fs::directory_iterator(place)) {
            if (!file.is_regular_file() || file.path().extension() != ".sqlite") continue;
            found.push_back(
                {{to_utf8(file.path()), made_at(file), static_cast<std::int64_t>(file.file_size())},
                 written_at(file)});
        }
    } catch (const fs::filesystem_error& error) {
        throw StoreError("The backups in " + folder + " cannot be listed: " + error.code().message() +
                         ". Check the folder and try again.");
    }
    std::sort(found.begin(), found.end(), [](const Found& one, const Found& other) {
        return std::pair(one.backup.at, one.written_at) > std::pair(other.backup.at, other.written_at);
    });
    std::vector<BackupFile> backups;
    for (Found& each : found)
        backups.push_back(std::move(each.backup));
    return backups;
}

}  // namespace send_text
