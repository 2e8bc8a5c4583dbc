#pragma once

#include "core/dialog_windows.hpp"
#include "core/log.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's windows.
class HostDialogs final : public DialogWindows {
  public:
    HostDialogs(const HostExtensions& host, Log& log) : host_(host), log_(log) {}

    std::uint64_t open(const nlohmann::json& view) override;
    void update(std::uint64_t dialog_id, const nlohmann::json& patch) override;
    void close(std::uint64_t dialog_id) override;

  private:
    /// Shows something that hinders nothing when it is not shown.
    template <class Show>
    void try_to(Show show);

    const HostExtensions& host_;
    Log& log_;
};

}  // namespace send_text
