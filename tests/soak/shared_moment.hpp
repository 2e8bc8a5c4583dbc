#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "core/clock.hpp"
#include "unit/support/times.hpp"

namespace soak {

// The world and the plug-in tell each other times as numbers.
inline constexpr std::int64_t second_ms = 1'000;
inline constexpr std::int64_t minute_ms = 60 * second_ms;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t day_ms = 24 * hour_ms;
inline constexpr std::int64_t never = -1;

/// What the world and the plug-in's process share, in memory of both: the time, and what becomes of the disk.
/// Only the world moves the time.
struct SharedMoment {
    static constexpr std::int64_t begin_ms = 5'000'000;
    static constexpr std::int64_t start_ms = send_text::testing::start_time.time_since_epoch().count();

    std::atomic<std::int64_t> now_ms{start_ms};     ///< by the computer's clock
    std::atomic<std::int64_t> passed_ms{begin_ms};  ///< the true time
    std::atomic<std::int64_t> disk_calls_until_kill{never};
    std::atomic<std::int64_t> is_disk_full{0};

    /// What a clock that is right shows.
    std::int64_t right_ms() const { return start_ms + passed_ms - begin_ms; }

    void pass(std::int64_t by_ms) {
        now_ms += by_ms;
        passed_ms += by_ms;
    }
};

/// Memory that a forked process shares.
class SharedMemory {
  public:
    SharedMemory();
    ~SharedMemory();
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    SharedMoment& moment() const { return *moment_; }

  private:
    SharedMoment* moment_ = nullptr;
};

/// The plug-in's view of it.
class SharedClock final : public send_text::Clock {
  public:
    explicit SharedClock(const SharedMoment& moment) : moment_(moment) {}
    send_text::TimePoint now() const override {
        return send_text::TimePoint(send_text::Milliseconds(moment_.now_ms));
    }
    send_text::MonotonicTime monotonic_now() const override {
        return send_text::MonotonicTime(send_text::Milliseconds(moment_.passed_ms));
    }
    std::unique_ptr<send_text::Waiter> make_waiter() override {
        throw std::logic_error("a step does not wait");
    }

  private:
    const SharedMoment& moment_;
};

}  // namespace soak
