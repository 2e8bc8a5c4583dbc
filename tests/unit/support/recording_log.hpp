#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/log.hpp"

namespace send_text::testing {

/// Keeps what was logged. One thread.
class RecordingLog final : public Log {
  public:
    void write(LogSeverity severity, std::string_view message) override {
        lines.emplace_back(severity, std::string(message));
    }

    std::size_t count(LogSeverity severity) const {
        return static_cast<std::size_t>(std::count_if(
            lines.begin(), lines.end(), [severity](const auto& line) { return line.first == severity; }));
    }

    bool mentions(std::string_view words) const {
        return std::any_of(lines.begin(), lines.end(), [words](const auto& line) {
            return line.second.find(words) != std::string::npos;
        });
    }

    std::vector<std::pair<LogSeverity, std::string>> lines;
};

}  // namespace send_text::testing
