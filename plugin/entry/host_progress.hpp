#pragma once

#include "core/log.hpp"
#include "core/progress_display.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's own display of what takes long; without it nothing is shown there.
class HostProgress final : public ProgressDisplay {
  public:
    HostProgress(const HostExtensions& host, Log& log) : host_(host), log_(log) {}

    std::optional<std::uint64_t> begin(const std::string& title, std::int64_t total) override;
    bool update(std::uint64_t id, std::int64_t done, const std::string& detail) override;
    void end(std::uint64_t id, const std::string& outcome) override;

  private:
    const HostExtensions& host_;
    Log& log_;
};

}  // namespace send_text
