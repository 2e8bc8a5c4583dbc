#pragma once

#include <cstdint>
#include <string_view>

namespace send_text {

enum class LogSeverity : std::int32_t { debug = 1, info = 2, warning = 3, error = 4, host_misbehaving = 5 };

/// Where the plug-in writes what it does. Lines carry no message body, no secret and no more than the last
/// two digits of a number (see masked_number).
/// Threads: any.
class Log {
  public:
    virtual ~Log() = default;
    virtual void write(LogSeverity severity, std::string_view message) = 0;

    void info(std::string_view message) { write(LogSeverity::info, message); }
    void warning(std::string_view message) { write(LogSeverity::warning, message); }
    void error(std::string_view message) { write(LogSeverity::error, message); }
};

}  // namespace send_text
