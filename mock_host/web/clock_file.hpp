#pragma once

#include <cstdint>
#include <filesystem>

namespace mock_host {

/// The right time of a host, from one run to the next, and how far its clock is from it. The time in the file
/// is always a little ahead, so that it never goes back, not even when the program was killed. Not
/// thread-safe.
class ClockFile {
  public:
    /// Begins where the file leaves off, or at `start_ms` when there is none. Throws std::runtime_error, in
    /// words, when it holds no time.
    ClockFile(std::filesystem::path file, std::int64_t start_ms);

    std::int64_t start_ms() const { return start_ms_; }
    std::int64_t ahead_ms() const { return ahead_ms_; }  ///< behind: less than 0
    /// To be called as time goes; writes only now and then. Throws std::runtime_error when it cannot.
    void keep(std::int64_t right_ms);
    void set_ahead(std::int64_t milliseconds);
    /// Time stops here.
    void finish(std::int64_t right_ms);

  private:
    void write(std::int64_t right_ms);

    std::filesystem::path file_;
    std::int64_t start_ms_;
    std::int64_t ahead_ms_ = 0;
    std::int64_t written_ms_ = 0;
};

}  // namespace mock_host
