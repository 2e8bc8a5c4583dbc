#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace send_text {

/// A backup of the store in the folder of backups.
struct BackupFile {
    std::string path;  ///< full, UTF-8
    std::int64_t at_ms = 0;
    std::int64_t size = 0;  ///< in bytes
};

/// The backups in a folder, which need not be there, the newest first. `folder` is UTF-8. Throws StoreError.
std::vector<BackupFile> backups_in(const std::string& folder);

}  // namespace send_text
