#pragma once

#include <cstddef>
#include <cstdint>

namespace mock_host {

class EventHub;
class Host;

/// Finds out what of a host changed since the last look. [main-thread]
class HostChanges {
  public:
    /// Tells each topic that changed.
    void look(Host& host, EventHub& events);

    /// The next look is at another host: all of it is new.
    void forget() { *this = {}; }

  private:
    bool is_first_ = true;
    std::uint64_t dialogs_ = 0;
    std::uint64_t progresses_ = 0;
    std::size_t notifications_ = 0;
    std::size_t log_lines_ = 0;
    std::size_t misbehaviour_ = 0;
    std::uint64_t records_ = 0;
    std::int64_t last_message_ = 0;
};

}  // namespace mock_host
