#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

namespace mock_host {

/// A moment in UTC, to the millisecond.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// "2026-03-02T15:00:00Z": to the second, which is all that carriers show.
std::string to_iso_utc(Moment moment);

/// "Mon, 02 Mar 2026 15:00:00 +0000" (RFC 2822).
std::string to_rfc2822(Moment moment);

/// "Mon, 02 Mar 2026 15:00:00 GMT": as HTTP's headers have it.
std::string to_http_date(Moment moment);

/// Reads "2026-03-02T15:00:00Z", with a fraction or an offset if need be; nothing for any other text.
std::optional<Moment> from_iso_utc(const std::string& text);

/// The simulator's time: the system's, until it is fixed. [thread-safe]
class SimulatorClock {
  public:
    Moment now() const;
    bool is_fixed() const;
    /// The time stands still at `moment` from now on; without one it is the system's again.
    void fix(std::optional<Moment> moment);
    /// From now on it is wrong by so much (ahead; behind: less than 0), fixed or not.
    void set_ahead(std::chrono::milliseconds ahead);
    std::chrono::milliseconds ahead() const;

  private:
    mutable std::mutex mutex_;
    std::optional<Moment> fixed_;
    std::chrono::milliseconds ahead_{0};
};

}  // namespace mock_host
