#pragma once

#include <cstdint>

namespace send_text {

/// Where chance comes from. Passed in, so that tests can say what it gives.
/// Threads: any.
class RandomSource {
  public:
    virtual ~RandomSource() = default;

    /// 64 random bits, fit for keys and identifiers.
    virtual std::uint64_t next() = 0;
};

/// The operating system's random numbers.
class SystemRandom final : public RandomSource {
  public:
    std::uint64_t next() override;
};

}  // namespace send_text
