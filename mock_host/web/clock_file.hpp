#pragma once

#include <cstdint>
#include <filesystem>

namespace mock_host {

/// Where a host's clock stands, from one run to the next. What is in the file is always a little ahead, so
/// that the clock never goes back, not even when the program was killed. Not thread-safe.
class ClockFile {
  public:
    /// Begins where the file leaves off, or at `start_ms` when there is none. Throws std::runtime_error, in
    /// words, when it holds no time.
    ClockFile(std::filesystem::path file, std::int64_t start_ms);

    std::int64_t start_ms() const { return start_ms_; }
    /// To be called as the clock goes; writes only now and then. Throws std::runtime_error when it cannot.
    void keep(std::int64_t now_ms);
    /// The clock stops here.
    void finish(std::int64_t now_ms);

  private:
    void write(std::int64_t ahead_ms);

    std::filesystem::path file_;
    std::int64_t start_ms_;
    std::int64_t written_ms_ = 0;
};

}  // namespace mock_host
