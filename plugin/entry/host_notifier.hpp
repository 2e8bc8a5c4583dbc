#pragma once

#include "core/log.hpp"
#include "core/notifier.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's notifications; without them nobody is told.
class HostNotifier final : public Notifier {
  public:
    HostNotifier(const HostExtensions& host, Log& log) : host_(host), log_(log) {}

    void show(const Notice& notice) override;

  private:
    const HostExtensions& host_;
    Log& log_;
};

}  // namespace send_text
