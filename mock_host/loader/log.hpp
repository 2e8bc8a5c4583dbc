#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "staffing/ext/log.h"

namespace mock_host {

struct LogLine {
    std::int64_t time_ms = 0;
    staffing_log_severity severity = STAFFING_LOG_UNSPECIFIED;
    std::string source;  ///< "host" or the plug-in's id
    std::string text;
};

/// "2026-03-02T15:00:00.000Z WARNING com.example.send_text: words"
std::string to_text(const LogLine& line);

/// The host's log: in memory, in a file, and on request on standard error. [thread-safe]
class HostLog {
  public:
    /// Appends to the file; an empty path means none.
    HostLog(const std::filesystem::path& file, bool mirror_to_stderr);

    void write(LogLine line);
    std::vector<LogLine> lines() const;
    std::size_t count() const;

    /// The plug-in's breaches of the contract, one line each.
    std::vector<std::string> misbehaviour() const;

  private:
    mutable std::mutex mutex_;
    std::vector<LogLine> lines_;
    std::ofstream file_;
    const bool mirror_to_stderr_;
};

}  // namespace mock_host
