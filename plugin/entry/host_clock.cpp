#include "entry/host_clock.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "staffing_cpp/status_error.hpp"

namespace send_text {
namespace {

class HostWaiter final : public Waiter {
  public:
    explicit HostWaiter(const HostExtensions& host) : host_(host) {
        if (host_.ask(host_.clock->open_waiter, &id_) != STAFFING_STATUS_OK) {
            throw staffing::StatusError(STAFFING_STATUS_UNAVAILABLE,
                                        "The host's clock gave no place to wait in.");
        }
    }
    ~HostWaiter() override { host_.ask(host_.clock->close_waiter, id_); }

    void wait_until(std::int64_t deadline_ms) override {
        if (host_.ask(host_.clock->wait_until, id_, deadline_ms) == STAFFING_STATUS_OK) return;
        // A host that refuses to let us wait must not make this thread spin.
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
    void wake() override { host_.ask(host_.clock->wake, id_); }

  private:
    const HostExtensions& host_;
    std::uint64_t id_ = 0;
};

static_assert(no_deadline_ms == STAFFING_CLOCK_NO_DEADLINE);

}  // namespace

std::int64_t HostClock::now_ms() const {
    return host_.clock == nullptr ? system_.now_ms() : host_.ask(host_.clock->now_milliseconds);
}

std::int64_t HostClock::monotonic_ms() const {
    if (host_.monotonic_clock != nullptr) return host_.ask(host_.monotonic_clock->elapsed_milliseconds);
    return host_.clock == nullptr ? system_.monotonic_ms() : gone_forward_ms();
}

/// Hosts of 1.0 and 1.1 that move time give only the clock that they move, and it is all there is to go by:
/// whatever it goes forward has passed.
std::int64_t HostClock::gone_forward_ms() const {
    if (host_.is_calling()) return gone_forward_ms_;  // called back from within, perhaps from within this
    const std::lock_guard lock(looking_);
    const std::int64_t now = now_ms();
    if (last_seen_ms_ != 0) gone_forward_ms_ += std::max<std::int64_t>(now - last_seen_ms_, 0);
    last_seen_ms_ = now;
    return gone_forward_ms_;
}

std::unique_ptr<Waiter> HostClock::make_waiter() {
    if (host_.clock == nullptr) return system_.make_waiter();
    return std::make_unique<HostWaiter>(host_);
}

}  // namespace send_text
