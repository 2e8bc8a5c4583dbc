#pragma once

#include <chrono>

namespace validator {

/// How long this thread takes for something, less the time in which it was ready and others had the
/// processor: what the machine has else to do makes nothing slow.
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
