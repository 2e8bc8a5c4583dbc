#pragma once

#include <optional>
#include <string>

namespace send_text {

/// A process that holds a lock on a file.
struct LockHolder {
    long process_id = 0;
    std::string program;  ///< its name; empty when the system does not tell
    bool is_this_process = false;
    bool is_like_us = false;  ///< it is this process, or one of the same name
};

/// Who holds a lock on the file; none when the system does not tell. Does not open the file: closing it would
/// drop the locks that this process itself has on it. `path` is UTF-8.
std::optional<LockHolder> lock_holder(const std::string& path);

}  // namespace send_text
