#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/time.hpp"

namespace send_text {

/// A backup of the store in the folder of backups.
struct BackupFile {
    std::string path;  ///< full, UTF-8
    TimePoint at{};
    std::int64_t size = 0;  ///< in bytes
};

/// The backups in a folder, which need not be there, the newest first. `folder` is UTF-8. Throws StoreError.
std::vector<BackupFile> backups_in(const std::string& folder);

}  // namespace send_text
