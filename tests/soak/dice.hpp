#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "unit/support/seeded_random.hpp"

namespace soak {

/// Chance by a seed.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}

    std::uint64_t next() { return random_.next(); }

    /// From the one to the other, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random_.next() % static_cast<std::uint64_t>(high - low + 1));
    }

    bool percent(std::int64_t chance) { return between(1, 100) <= chance; }

    template <class T>
    const T& of(const std::vector<T>& choices) {
        return choices[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(choices.size()) - 1))];
    }

  private:
    send_text::testing::SeededRandom random_;
};

}  // namespace soak
