#pragma once

#include <cstdint>
#include <string>

#include "core/log.hpp"
#include "core/pluralize.hpp"

namespace send_text {

/// What the host gave wrongly in one call, and was skipped: to be said when the call has returned, since who
/// is within a sink of the plug-in calls nothing.
class BrokenItems {
  public:
    void add(const std::string& words) {
        if (count_++ == 0) first_ = words;
    }

    void say(Log& log) const {
        if (count_ == 0) return;
        const std::string others =
            count_ == 1 ? std::string()
                        : " The same holds for " + pluralize(count_ - 1, "other", "others") + ".";
        log.write(LogSeverity::host_misbehaving, first_ + others + " Tell the host's vendor.");
    }

  private:
    std::uint64_t count_ = 0;
    std::string first_;
};

}  // namespace send_text
