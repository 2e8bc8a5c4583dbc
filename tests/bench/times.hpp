#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "bench/stopwatch.hpp"

namespace bench {

/// What a main thread was kept for, by the name of what was done.
class Times {
  public:
    static constexpr std::size_t calls_to_judge = 50;

    template <class Work>
    void time(const std::string& what, Work&& work) {
        times_[what].push_back(1000 * seconds_of(work));
    }

    /// Prints a table. Returns what is usual for each function that was called often.
    std::map<std::string, double> print(std::size_t recipients) {
        std::map<std::string, double> usual;
        std::printf("\n%zu recipients\n%-44s %7s %8s %8s %8s %8s\n", recipients, "ms", "calls", "p50", "p99",
                    "p99.9", "max");
        for (auto& [what, times] : times_) {
            std::sort(times.begin(), times.end());
            const auto part = [&times = times](double share) {
                return times[std::min(times.size() - 1,
                                      static_cast<std::size_t>(share * static_cast<double>(times.size())))];
            };
            std::printf("%-44s %7zu %8.3f %8.3f %8.3f %8.3f\n", what.c_str(), times.size(), part(0.5),
                        part(0.99), part(0.999), times.back());
            if (times.size() >= calls_to_judge) usual[what] = part(0.5);
        }
        return usual;
    }

  private:
    std::map<std::string, std::vector<double>> times_;
};

}  // namespace bench
