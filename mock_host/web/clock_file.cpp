#include "mock_host/web/clock_file.hpp"

#include <fstream>
#include <stdexcept>
#include <string>

#include "mock_host/loader/time_text.hpp"

namespace mock_host {

namespace {

constexpr std::int64_t written_ahead_ms = 10'000;
constexpr std::string_view ahead_key = "ahead_milliseconds ";

/// Throws std::invalid_argument.
std::int64_t time_from(const std::string& line) {
    const auto time_ms = milliseconds_from_iso(line);
    if (!time_ms) throw std::invalid_argument(line);
    return *time_ms;
}

/// How far the clock is ahead, from the second line. Throws std::invalid_argument.
std::int64_t ahead_from(const std::string& line) {
    if (!line.starts_with(ahead_key)) throw std::invalid_argument(line);
    return std::stoll(line.substr(ahead_key.size()));
}

}  // namespace

ClockFile::ClockFile(std::filesystem::path file, std::int64_t start_ms)
    : file_(std::move(file)), start_ms_(start_ms) {
    std::ifstream stream(file_);
    std::string line;
    try {
        if (stream && std::getline(stream, line)) start_ms_ = time_from(line);
        if (stream && std::getline(stream, line)) ahead_ms_ = ahead_from(line);
    } catch (const std::logic_error&) {
        throw std::runtime_error("The file " + file_.string() +
                                 " holds no time such as 2026-03-02T18:00:00Z. Write only such a time "
                                 "into it, or delete it to reset the clock.");
    }
    keep(start_ms_);
}

void ClockFile::keep(std::int64_t right_ms) {
    if (right_ms >= written_ms_) write(right_ms + written_ahead_ms);
}

void ClockFile::set_ahead(std::int64_t milliseconds) {
    ahead_ms_ = milliseconds;
    write(written_ms_);
}

void ClockFile::finish(std::int64_t right_ms) {
    write(right_ms + 999);  // whole seconds are written
}

void ClockFile::write(std::int64_t right_ms) {
    const std::filesystem::path next = file_.string() + ".new";
    {
        std::ofstream stream(next);
        stream << iso_seconds_from_milliseconds(right_ms) << "\n";
        if (ahead_ms_ != 0) stream << ahead_key << ahead_ms_ << "\n";
        if (!stream.flush()) throw std::runtime_error("The time cannot be saved in " + next.string() + ".");
    }
    std::filesystem::rename(next, file_);
    written_ms_ = right_ms - right_ms % 1000;
}

}  // namespace mock_host
