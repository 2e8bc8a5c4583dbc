#include "mock_host/loader/log.hpp"

#include <iostream>

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/time_text.hpp"

namespace mock_host {

namespace {

std::string_view word(staffing_log_severity severity) {
    switch (severity) {
        case STAFFING_LOG_DEBUG:
            return "DEBUG";
        case STAFFING_LOG_INFO:
            return "INFO";
        case STAFFING_LOG_WARNING:
            return "WARNING";
        case STAFFING_LOG_HOST_MISBEHAVING:
            return "HOST_MISBEHAVING";
        case STAFFING_LOG_PLUGIN_MISBEHAVING:
            return "PLUGIN_MISBEHAVING";
        default:
            return "ERROR";
    }
}

/// Keeps a line one line, whatever it contains.
std::string on_one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    return text;
}

}  // namespace

std::string to_text(const LogLine& line) {
    return iso_from_milliseconds(line.time_ms) + " " + std::string(word(line.severity)) + " " + line.source +
           ": " + line.text;
}

HostLog::HostLog(const std::filesystem::path& file, bool mirror_to_stderr)
    : mirror_to_stderr_(mirror_to_stderr) {
    if (!file.empty()) file_.open(file, std::ios::app);
}

void HostLog::write(LogLine line) {
    line.text = on_one_line(std::move(line.text));
    const std::string text = to_text(line) + "\n";
    const std::lock_guard lock(mutex_);
    if (file_.is_open()) file_ << text << std::flush;
    if (mirror_to_stderr_) std::cerr << text;
    lines_.push_back(std::move(line));
}

std::vector<LogLine> HostLog::lines() const {
    const std::lock_guard lock(mutex_);
    return lines_;
}

std::size_t HostLog::count() const {
    const std::lock_guard lock(mutex_);
    return lines_.size();
}

std::vector<std::string> HostLog::misbehaviour() const {
    std::vector<std::string> found;
    const std::lock_guard lock(mutex_);
    for (const LogLine& line : lines_) {
        if (line.severity == STAFFING_LOG_PLUGIN_MISBEHAVING) found.push_back(line.text);
    }
    return found;
}

namespace {

void STAFFING_CALL write(const staffing_host* host, staffing_log_severity severity,
                         const staffing_string* message) noexcept {
    host_call(host, "log.write", CalledOn::any_thread, nullptr, [&](Host& self) {
        self.log().write({self.now_ms(), severity, self.plugin_id(),
                          std::string(staffing::checked_text(message, "the line", 65536))});
    });
}

}  // namespace

const staffing_log& log_table() {
    static constexpr staffing_log table{&write};
    return table;
}

}  // namespace mock_host
