#pragma once

#include <systemd/sd-bus.h>

#include <chrono>
#include <memory>

namespace mock_host {

/// A connection of its own to the D-Bus of the user's session. Nothing outlives it, no thread is started, and
/// everything that is done with it together takes no longer than it was given.
class SessionBus {
  public:
    struct MessageEnd {
        void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
    };
    using Message = std::unique_ptr<sd_bus_message, MessageEnd>;

    /// Throws StaffingError when there is no such bus. Starts none.
    explicit SessionBus(std::chrono::milliseconds wait);

    /// A call to be filled in. The names follow D-Bus.
    Message method(const char* service, const char* path, const char* interface, const char* member) const;

    /// What was answered. Throws StaffingError when that is an error, or nothing came in time.
    Message ask(const Message& call) const;

    /// Throws StaffingError for an error code of sd-bus; otherwise gives it back.
    static int checked(int code);

  private:
    struct BusEnd {
        void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
    };

    /// At least 1: sd-bus takes 0 for its own, longer time.
    std::uint64_t microseconds_left() const;

    const std::chrono::steady_clock::time_point end_;
    std::unique_ptr<sd_bus, BusEnd> bus_;
};

}  // namespace mock_host
