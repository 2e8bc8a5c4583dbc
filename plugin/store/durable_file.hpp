#pragma once

#include <filesystem>
#include <string>

namespace send_text {

/// Replaces what a small file says: after a crash it says the old or the new, whole. Durable when this
/// returns. Throws StoreError. `path` is UTF-8.
void write_durably(const std::string& path, const std::string& text);

/// Whether files can be made in a folder; found out by making one.
bool may_write_in(const std::filesystem::path& folder);

}  // namespace send_text
