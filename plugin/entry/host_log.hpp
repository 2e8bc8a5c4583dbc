#pragma once

#include "core/log.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's log; without one, lines go nowhere.
class HostLog final : public Log {
  public:
    explicit HostLog(const HostExtensions& host) : host_(host) {}
    void write(LogSeverity severity, std::string_view message) override;

  private:
    const HostExtensions& host_;
};

}  // namespace send_text
