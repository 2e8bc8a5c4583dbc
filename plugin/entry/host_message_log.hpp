#pragma once

#include <vector>

#include "core/action_code.hpp"
#include "core/log.hpp"
#include "core/message_log.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's messages on its records.
class HostMessageLog final : public MessageLog {
  public:
    HostMessageLog(const HostExtensions& host, Log& log) : host_(host), log_(log) {}

    std::string add(const LoggedMessage& message) override;

    /// The host's message action codes. Blocks. Throws std::runtime_error.
    std::vector<ActionCode> action_codes() const;

  private:
    const HostExtensions& host_;
    Log& log_;
};

}  // namespace send_text
