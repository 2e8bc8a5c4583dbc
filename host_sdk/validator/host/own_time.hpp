#pragma once

#include <chrono>

namespace validator {

/// How long this thread takes, without the time in which it was ready but other threads had the processor, so
/// that other work of the machine does not count.
class OwnTime {
  public:
    OwnTime();

    /// Since it was made.
    std::chrono::microseconds spent() const;

  private:
    std::chrono::steady_clock::time_point start_;
    std::chrono::nanoseconds waited_before_;
};

}  // namespace validator
