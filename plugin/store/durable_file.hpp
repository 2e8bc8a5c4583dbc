#pragma once

#include <cstdio>
#include <filesystem>
#include <string>

namespace send_text {

/// Replaces what a small file says: after a crash it says the old or the new, whole. Durable when this
/// returns. Throws StoreError. `path` is UTF-8.
void write_durably(const std::string& path, const std::string& text);

/// Opens a file that is there, to change what it says. Throws StoreError.
std::FILE* open_to_change(const std::filesystem::path& path);

/// What was written to the file is on the disk when this returns true.
bool put_on_disk(std::FILE* file);

/// Whether files can be made in a folder; found out by making one.
bool may_write_in(const std::filesystem::path& folder);

}  // namespace send_text
