#pragma once

#include "compose/dialog_windows.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's windows.
class HostDialogs final : public DialogWindows {
  public:
    explicit HostDialogs(const HostExtensions& host) : host_(host) {}

    std::uint64_t open(const nlohmann::json& view) override;
    void update(std::uint64_t dialog_id, const nlohmann::json& patch) override;
    void close(std::uint64_t dialog_id) override;

  private:
    const HostExtensions& host_;
};

}  // namespace send_text
