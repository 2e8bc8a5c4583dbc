#include "app/webhook_door.hpp"

#include <exception>
#include <optional>
#include <utility>

#include "gateway/event_ids.hpp"
#include "gateway/twilio/signature.hpp"
#include "gateway/twilio/webhook_proof.hpp"

namespace send_text {

WebhookDoor::WebhookDoor(const AccountService& accounts, const CurrentSettings& settings, Log& log,
                         std::function<void(const std::string& line)> poll_line)
    : accounts_(accounts), settings_(settings), log_(log), poll_line_(std::move(poll_line)) {}

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
    const std::string line = line_of(call);
    if (line.empty()) return false;
    if (!events_.are_known(line, event_ids(call))) poll_line_(line);
    return true;
}

/// The line of one who may knock; empty when they may not.
std::string WebhookDoor::line_of(const WebhookCall& call) const {
    if (call.carrier == "zipwhip") {
        const std::optional<Account> account = accounts_.account_of_key(call.name);
        return account && account->carrier == call.carrier ? account->line : std::string();
    }
    if (!twilio::bears_signature(call)) return {};  // before the host's secret store is asked
    const std::optional<Account> account = accounts_.account_of_line(call.name);
    if (!account || account->carrier != call.carrier || account->state != AccountState::in_use) return {};
    const std::optional<Secret> webhook_key =
        twilio::is_signed_by_key(call) ? accounts_.webhook_key_of(*account) : std::nullopt;
    const bool is_theirs = twilio::is_genuine(call, settings_.get()->webhook_address,
                                              accounts_.credentials_of(*account), webhook_key);
    return is_theirs ? account->line : std::string();
}

}  // namespace send_text
