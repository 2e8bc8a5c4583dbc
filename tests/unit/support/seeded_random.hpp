#pragma once

#include <cstdint>

#include "core/random.hpp"

namespace send_text::testing {

/// Chance that is the same in every run (splitmix64).
class SeededRandom final : public RandomSource {
  public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() override {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// True once in `n` times.
    bool one_in(std::uint64_t n) { return next() % n == 0; }

  private:
    std::uint64_t state_;
};

/// Always the same: 0 makes the shortest backoff, the greatest value about the longest.
class ConstantRandom final : public RandomSource {
  public:
    explicit ConstantRandom(std::uint64_t value) : value_(value) {}
    std::uint64_t next() override { return value_; }

  private:
    std::uint64_t value_;
};

}  // namespace send_text::testing
