#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "accounts/account_service.hpp"
#include "accounts/webhook_messages.hpp"
#include "gateway/line_gateways.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// One worker's gateways: made when first needed, kept while accounts and settings stay as they are, so that
/// its connection is kept too.
class AccountGateways final : public LineGateways {
  public:
    /// `received` is what carriers that list nothing have told; null where nobody listens. All must outlive
    /// this.
    AccountGateways(const AccountService& accounts, GatewayFactory& factory, const CurrentSettings& settings,
                    const WebhookMessages* received = nullptr);

    std::vector<Line> lines() override;
    Gateway* gateway_of(const LineId& line) override;
    LineAccount account_of(const LineId& line) override;

  private:
    struct Made {
        std::uint64_t accounts_version = 0;
        std::shared_ptr<const Settings> settings;
        LineAccount account;
        std::unique_ptr<Gateway> gateway;
    };

    const AccountService& accounts_;
    GatewayFactory& factory_;
    const CurrentSettings& settings_;
    const WebhookMessages* webhook_messages_;
    std::map<LineId, Made> made_;
};

}  // namespace send_text
