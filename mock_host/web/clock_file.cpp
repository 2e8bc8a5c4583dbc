#include "mock_host/web/clock_file.hpp"

#include <fstream>
#include <stdexcept>
#include <string>

#include "mock_host/loader/time_text.hpp"

namespace mock_host {

namespace {

constexpr std::int64_t ahead_by_ms = 10'000;

}  // namespace

ClockFile::ClockFile(std::filesystem::path file, std::int64_t start_ms)
    : file_(std::move(file)), start_ms_(start_ms) {
    std::ifstream stream(file_);
    std::string line;
    if (stream && std::getline(stream, line)) {
        const auto kept_ms = milliseconds_from_iso(line);
        if (!kept_ms) {
            throw std::runtime_error("The file " + file_.string() +
                                     " holds no time such as 2026-03-02T18:00:00Z. Write one into it, or "
                                     "remove it: then the clock begins anew.");
        }
        start_ms_ = *kept_ms;
    }
    keep(start_ms_);
}

void ClockFile::keep(std::int64_t now_ms) {
    if (now_ms >= written_ms_) write(now_ms + ahead_by_ms);
}

void ClockFile::finish(std::int64_t now_ms) {
    write(now_ms + 999);  // whole seconds are written
}

void ClockFile::write(std::int64_t ahead_ms) {
    const std::filesystem::path next = file_.string() + ".new";
    {
        std::ofstream stream(next);
        stream << iso_seconds_from_milliseconds(ahead_ms) << "\n";
        if (!stream.flush()) throw std::runtime_error("The clock cannot be kept in " + next.string() + ".");
    }
    std::filesystem::rename(next, file_);
    written_ms_ = ahead_ms - ahead_ms % 1000;
}

}  // namespace mock_host
