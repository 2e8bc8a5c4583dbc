#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace mock_host {

class CarrierControl;
class EventHub;
class RunningHost;

/// Keeps the carrier's clock with the host's right time and looks, while a page listens, for what changed
/// where nobody tells the host: at the carrier, and in the plug-in's audit trail and accounts. On a thread of
/// its own.
class CarrierWatch {
  public:
    /// Takes words for the log, in which a carrier that cannot be reached stands once, until it can again.
    using Log = std::function<void(const std::string& words)>;

    /// From here on the carrier follows the host's time. Both must outlive this.
    CarrierWatch(RunningHost& host, Log log);
    /// Ends with the host's EventHub.
    ~CarrierWatch();

    CarrierWatch(const CarrierWatch&) = delete;
    CarrierWatch& operator=(const CarrierWatch&) = delete;

    /// Sets the carrier's clock, unless it is ahead of that already. [thread-safe]
    void set_clock(std::int64_t right_ms);

  private:
    struct Seen;

    void work();
    void look_at_carrier(Seen& seen);
    void look_at_plugin(Seen& seen);

    RunningHost& host_;
    Log log_;
    std::mutex mutex_;
    std::int64_t carrier_ms_ = 0;
    bool is_out_of_reach_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace mock_host
