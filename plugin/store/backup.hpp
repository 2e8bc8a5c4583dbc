#pragma once

#include <functional>
#include <string>

#include "core/time.hpp"
#include "store/database.hpp"

namespace send_text {

/// Writes a backup: one file with all that is committed, which says of itself that it is a backup. Others
/// work on meanwhile. `path` is a full one in UTF-8, and nothing is there yet; `data_folder` is where the
/// copy is noted while it is made. Throws StoreError, and when `stopping` says so; then nothing is left of
/// it.
void write_backup(Database& database, const std::string& path, const std::string& data_folder,
                  const std::function<bool()>& stopping);

/// A name that nothing has yet for a file beside others, `folder/stem-2026-03-02-180000.sqlite`: by the time,
/// as this computer's people have it.
std::string dated_name(const std::string& folder, const std::string& stem, TimePoint now);

/// The name for a backup in a folder, which is made when it is not there. Throws StoreError.
std::string name_for_backup(const std::string& folder, TimePoint now);

}  // namespace send_text
