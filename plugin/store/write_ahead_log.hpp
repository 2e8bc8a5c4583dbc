#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace send_text {

/// Where a database keeps its token: the four bytes that SQLite calls user_version, in its first page.
inline constexpr std::size_t token_offset = 60;

/// What the log beside a database (SQLite's write-ahead log, `-wal`) holds that was committed.
struct LogContents {
    bool has_commits = false;
    bool first_commit_has_token = false;
    bool has_lost_commits =
        false;  ///< commits follow that SQLite cannot take, since what is before is damaged
    std::set<std::uint32_t> tokens;  ///< all that the database's token was while the log was written
};

/// The log beside a database.
inline std::string log_of(const std::string& path) {
    return path + "-wal";
}

/// Reads a log without changing it. One that is not there, or holds nothing that SQLite would take, has no
/// commits. `path` is UTF-8.
LogContents read_log(const std::string& path);

/// Four bytes, the most significant first.
std::uint32_t read_big_endian(const unsigned char* bytes);

}  // namespace send_text
