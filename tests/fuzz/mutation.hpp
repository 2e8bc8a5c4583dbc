#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace fuzz {

/// Chance by a seed: the same seed gives the same input.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// A number below `end`, which is not 0.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }

  private:
    std::uint64_t next() {  // SplitMix64
        std::uint64_t bits = (state_ += 0x9E3779B97F4A7C15U);
        bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
        bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
        return bits ^ (bits >> 31U);
    }

    std::uint64_t state_;
};

/// One of the seeds with a few things wrong, or nothing.
std::string mutated(std::span<const std::string> seeds, Dice& dice);

}  // namespace fuzz
