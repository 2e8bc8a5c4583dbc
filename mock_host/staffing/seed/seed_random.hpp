#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace mock_host {

/// The same numbers on every platform: the standard fixes mt19937_64, but not its distributions.
class SeedRandom {
  public:
    explicit SeedRandom(std::uint64_t seed) : engine_(seed) {}

    /// 0 .. bound - 1. The slight bias of the remainder does not matter here.
    std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }

    bool chance(std::uint64_t percent) { return below(100) < percent; }

    template <typename T>
    const T& pick(const std::vector<T>& values) {
        return values[below(values.size())];
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace mock_host
