#include "store/backup_list.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "store/database.hpp"
#include "store/utf8_path.hpp"

namespace send_text {
namespace {

namespace fs = std::filesystem;

std::int64_t written_at_ms(const fs::directory_entry& file) {
    const auto at = std::chrono::file_clock::to_sys(file.last_write_time());
    return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

}  // namespace

std::vector<BackupFile> backups_in(const std::string& folder) {
    std::vector<BackupFile> backups;
    const fs::path place = path_from_utf8(folder);
    try {
        if (!fs::exists(place)) return backups;
        for (const fs::directory_entry& file : fs::directory_iterator(place)) {
            if (!file.is_regular_file() || file.path().extension() != ".sqlite") continue;
            backups.push_back(
                {to_utf8(file.path()), written_at_ms(file), static_cast<std::int64_t>(file.file_size())});
        }
    } catch (const fs::filesystem_error& error) {
        throw StoreError("The backups in " + folder + " cannot be listed: " + error.code().message() +
                         ". See to the folder and try again.");
    }
    std::sort(backups.begin(), backups.end(), [](const BackupFile& one, const BackupFile& other) {
        return one.at_ms != other.at_ms ? one.at_ms > other.at_ms : one.path > other.path;
    });
    return backups;
}

}  // namespace send_text
