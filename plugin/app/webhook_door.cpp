#include "app/webhook_door.hpp"

#include <exception>
#include <optional>
#include <utility>

#include "gateway/carrier.hpp"

namespace send_text {

WebhookDoor::WebhookDoor(const AccountService& accounts, const CurrentSettings& settings, Log& log,
                         WebhookHooks hooks)
    : accounts_(accounts), settings_(settings), log_(log), hooks_(std::move(hooks)) {}

void WebhookDoor::listen_at(const std::string& address) {
    const MutexLock lock(changing_);
    if (address == address_) return;
    try {
        listener_ = listener_at(address);
    } catch (const std::runtime_error&) {
        if (listener_ == nullptr) throw;
        // It may be in its own way: 0.0.0.0:8080 after 127.0.0.1:8080.
        listener_.reset();
        try {
            listener_ = listener_at(address);
        } catch (const std::runtime_error&) {
            listener_ = listener_at(address_);
            throw;
        }
    }
    address_ = address;
}

/// None for an empty address.
std::unique_ptr<WebhookListener> WebhookDoor::listener_at(const std::string& address) {
    if (address.empty()) return nullptr;
    return std::make_unique<WebhookListener>(
        address, [this](const WebhookCall& call) { return accept(call); }, log_);
}

bool WebhookDoor::accept(const WebhookCall& call) {
    const Carrier* const carrier = find_carrier(call.carrier);
    if (carrier == nullptr) return false;
    const Webhooks& webhooks = carrier->webhooks;
    const std::optional<LineId> line = line_of(call, webhooks);
    if (!line) return false;
    // First: what could not be kept is not known when the carrier tells it again.
    if (webhooks.messages != nullptr && hooks_.keep_messages)
        hooks_.keep_messages(*line, webhooks.messages(call));
    if (!events_.are_known(line->str(), webhooks.event_ids(call))) hooks_.poll_line(*line);
    return true;
}

/// The line of one who may knock.
std::optional<LineId> WebhookDoor::line_of(const WebhookCall& call, const Webhooks& webhooks) const {
    const bool has_key = webhooks.line_of == nullptr;
    const std::optional<Account> account =
        has_key ? accounts_.account_of_key(call.name) : accounts_.account_of_line(webhooks.line_of(call));
    if (!account || account->carrier != call.carrier) return std::nullopt;
    // Of a line that is disabled for now, what is told by webhook alone must not be lost.
    if (account->state != AccountState::in_use && webhooks.messages == nullptr) return std::nullopt;
    const WebhookProof proof{.account = *account,
                             .address = settings_.get()->webhook_address,
                             .now = hooks_.carrier_now ? hooks_.carrier_now(account->line) : no_time,
                             .credentials = [&] { return accounts_.credentials_of(*account); },
                             .webhook_key = [&] { return accounts_.webhook_key_of(*account); }};
    if (!has_key && !webhooks.is_genuine(call, proof)) return std::nullopt;
    return account->line;
}

}  // namespace send_text
