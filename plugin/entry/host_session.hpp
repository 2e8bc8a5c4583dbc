#pragma once

#include "core/session.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's session.
class HostSession final : public Session {
  public:
    explicit HostSession(const HostExtensions& host) : host_(host) {}
    SessionUser user() override;

  private:
    const HostExtensions& host_;
};

}  // namespace send_text
