#include "accounts/account_gateways.hpp"

#include <stdexcept>
#include <utility>

#include "core/time.hpp"
#include "gateway/carrier.hpp"

namespace send_text {
namespace {

// Carriers give whole seconds, and how far their clock is from ours may not be known yet.
constexpr Milliseconds clock_slack = std::chrono::minutes(10);

LineAccount line_account(const Account& account) {
    const Carrier* carrier = find_carrier(account.carrier);
    const std::string name = carrier == nullptr ? account.username : carrier->account_name(account);
    return {{account.carrier, name}, account.created_at, carrier == nullptr || lists_messages(carrier->can)};
}

}  // namespace

AccountGateways::AccountGateways(const AccountService& accounts, GatewayFactory& factory,
                                 const CurrentSettings& settings, const WebhookMessages* received)
    : accounts_(accounts), factory_(factory), settings_(settings), webhook_messages_(received) {}

std::vector<Line> AccountGateways::lines() {
    std::vector<Line> lines;
    for (const Account& account : accounts_.all()) {
        if (account.state == AccountState::in_use)
            lines.push_back({account.line, account.created_at - clock_slack, account.listed_since});
    }
    return lines;
}

Gateway* AccountGateways::gateway_of(const LineId& line) {
    // Before the account: one that changes in between is then of an older version and made again.
    const std::uint64_t version = accounts_.version();
    const std::optional<Account> account = accounts_.account_of_line(line);
    if (!account) {
        made_.erase(line);
        return nullptr;
    }
    if (account->state != AccountState::in_use) {
        throw GatewayError(GatewayError::Kind::credentials_refused,
                           "Its account is disabled. An administrator can enable it under administration > "
                           "external services.");
    }
    const std::shared_ptr<const Settings> settings = settings_.get();
    Made& made = made_[line];
    if (made.gateway != nullptr && made.accounts_version == version && made.settings == settings)
        return made.gateway.get();
    try {
        made = {
            version, settings, line_account(*account),
            factory_.make(account->carrier, accounts_.credentials_of(*account), gateway_options(*settings))};
        if (!made.account.has_list && webhook_messages_ != nullptr)
            made.gateway = gateway_fed_by_webhooks(std::move(made.gateway), *webhook_messages_, line);
        return made.gateway.get();
    } catch (const GatewayError&) {
        throw;
    } catch (const std::exception& error) {
        throw GatewayError(GatewayError::Kind::credentials_refused, error.what());
    }
}

LineAccount AccountGateways::account_of(const LineId& line) {
    return made_.at(line).account;
}

}  // namespace send_text
