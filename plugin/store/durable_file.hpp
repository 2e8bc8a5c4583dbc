#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

namespace send_text {

/// Replaces what a small file says: after a crash it says the old or the new, whole. Durable when this
/// returns. Throws StoreError. `path` is UTF-8.
void write_durably(const std::string& path, const std::string& text);

/// Opens a file that is there, to change what it says. Throws StoreError.
std::FILE* open_to_change(const std::filesystem::path& path);

/// What was written to the file is on the disk when this returns true.
bool put_on_disk(std::FILE* file);

/// Gives a file another name, in place of what has that name. Durable when this returns. Throws
/// filesystem_error.
void rename_durably(const std::string& from, const std::string& to);

/// The same for a name that nothing has yet. Throws StoreError when something has, or it cannot be given.
void name_durably(const std::string& file, const std::string& name);

/// Gives a file a second name; when the disk has no such thing, copies it. Durable when this returns. Throws
/// filesystem_error.
void link_or_copy_durably(const std::string& file, const std::string& name);

/// Makes a database's file where there is none yet, and lets nobody but this user read it and what stands
/// beside it. Opens nothing that is there: the system would drop this process's locks on it. `path` is UTF-8.
void keep_private(const std::string& path);

/// Copies a file to a name that nothing has yet, which only this user may read. False: `stopping` said so
/// before it was whole. Throws filesystem_error.
bool copy_in_pieces(const std::string& from, const std::string& to, const std::function<bool()>& stopping);

/// Whether files can be made in a folder; found out by making one.
bool may_write_in(const std::filesystem::path& folder);

}  // namespace send_text
