#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "unit/support/recording_log.hpp"

namespace send_text::testing {

/// A log that several threads write.
class SharedLog final : public Log {
  public:
    void write(LogSeverity severity, std::string_view message) override {
        const std::lock_guard lock(mutex_);
        log_.write(severity, message);
    }
    std::vector<std::string> lines() {
        const std::lock_guard lock(mutex_);
        std::vector<std::string> result;
        for (const auto& [severity, line] : log_.lines)
            result.push_back(line);
        return result;
    }

  private:
    std::mutex mutex_;
    RecordingLog log_;
};

}  // namespace send_text::testing
