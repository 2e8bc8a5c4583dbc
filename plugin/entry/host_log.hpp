#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/log.hpp"
#include "core/mutex.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's log; without one, lines go nowhere. A line that comes up while the host's function writes one
/// on the same thread is given when that has returned: it may hold a lock.
/// Threads: any; kept_ guarded by mutex_.
class HostLog final : public Log {
  public:
    explicit HostLog(const HostExtensions& host) : host_(host) { writers_.open(); }
    void write(LogSeverity severity, std::string_view message) override;

  private:
    void give(LogSeverity severity, std::string_view message);

    const HostExtensions& host_;
    staffing::CallsInFlight writers_;
    Mutex mutex_;
    std::vector<std::pair<LogSeverity, std::string>> kept_ GUARDED_BY(mutex_);
};

}  // namespace send_text
