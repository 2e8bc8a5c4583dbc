#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/problems.hpp"
#include "core/time.hpp"
#include "gateway/gateway.hpp"
#include "model/account.hpp"
#include "model/line_id.hpp"
#include "net/http_client.hpp"
#include "net/webhook_call.hpp"

namespace send_text {

/// How a carrier's messages can be looked up afterwards.
enum class MessageList : std::int32_t {
    by_offset,      ///< so many, from the newest on
    by_cursor,      ///< each page names the next
    one_at_a_time,  ///< by the id alone, which a lost answer would have told
    none,
};

/// What a carrier's service can do, as far as others than its gateway must know.
struct Capabilities {
    MessageList list = MessageList::by_offset;
    bool takes_reference = false;     ///< of ours, with a text, which it then lists or returns
    bool polls_replies = true;        ///< else they come by webhook alone, and so do delivery receipts
    bool registers_webhooks = false;  ///< by its API; else its customers do, in its own application
    bool schedules = false;           ///< keeps a text until a time
    bool answers_stop = false;        ///< by itself, and refuses what is sent after
    bool carries_media = false;
};

/// Whether what the carrier has can be read from a list. What a list lacks may be absent; where there is none
/// nothing is known to be.
constexpr bool lists_messages(const Capabilities& can) {
    return can.list == MessageList::by_offset || can.list == MessageList::by_cursor;
}

/// What stands in a carrier's fields of the account form, by id: all but the secrets.
using FieldTexts = std::map<std::string, std::string>;

/// The text of a field; empty when there is none.
inline std::string text_in(const FieldTexts& texts, const std::string& field) {
    const auto found = texts.find(field);
    return found == texts.end() ? std::string() : found->second;
}

/// A field of the account form that one carrier alone has: so is its id.
struct AccountField {
    const char* id;
    const char* label;
    const char* help = "";
    bool is_required = true;
    bool is_secret = false;
};

/// A carrier's part of the account form.
struct AccountForm {
    std::span<const AccountField> fields;
    const char* password;               ///< the field of the secret that logs in
    const char* password_missing;       ///< what is said when it is left out
    const char* webhook_key = nullptr;  ///< the field of a secret that proves webhooks; null: there is none
    void (*check)(const FieldTexts& texts, Problems& problems);
    /// Fills in what the carrier's fields say: username, line, carrier_account. Only of texts without
    /// problems does that make sense.
    void (*read)(const FieldTexts& texts, Account& account);
    FieldTexts (*texts_of)(const Account& account);
};

/// What a webhook is held against. Secrets are asked for by who needs them, since the host keeps them.
struct WebhookProof {
    const Account& account;
    std::string address;  ///< what stands before the call's path in the address that carriers have
    TimePoint now;        ///< by the carrier's clock, as far as that is known
    std::function<Credentials()> credentials;
    std::function<std::optional<Secret>()> webhook_key;
};

/// How a carrier calls us.
struct Webhooks {
    bool may_get = false;          ///< its customers may have it put the parameters into the query
    const char* answer_type = "";  ///< of what a call that may be made is answered
    const char* answer = "";
    /// Whose line the call says that it is about. Null: the path ends with the account's communication key,
    /// which names it and is all the proof that there is.
    LineId (*line_of)(const WebhookCall& call) = nullptr;
    bool (*is_genuine)(const WebhookCall& call, const WebhookProof& proof) = nullptr;
    /// Whether what the account says is enough for is_genuine. Null: it always is.
    bool (*is_provable)(const Account& account) = nullptr;
    /// By which a call is known when it comes again: another one with any of these ids is a repeat. None when
    /// that cannot be told.
    std::vector<std::string> (*event_ids)(const WebhookCall& call) = nullptr;
    /// What the call brings, as the carrier would list it, with times of its clock. Null: nothing of it is
    /// believed but that there is something to poll.
    std::vector<CarrierMessage> (*messages)(const WebhookCall& call) = nullptr;
};

/// What a gateway is made of.
struct GatewayParts {
    const Credentials& credentials;
    const std::string& address;  ///< of the carrier's service
    std::function<std::unique_ptr<HttpClient>(const std::optional<HttpLogin>& login)> http;
};

/// Makes a carrier's gateways, and keeps what those of one account share.
/// Threads: any.
class GatewayMaker {
  public:
    virtual ~GatewayMaker() = default;

    /// Throws std::invalid_argument, in words, for an account that makes no sense.
    virtual std::unique_ptr<Gateway> make(const GatewayParts& parts) = 0;
};

/// All that the rooms above know of a carrier, known when it is compiled: nothing is made when the plug-in is
/// loaded, nor destroyed when it is unloaded. Each has a folder here, and a line in carriers.inc.
struct Carrier {
    const char* id;     ///< by which accounts and texts name it; never changes
    const char* label;  ///< how people know it
    Capabilities can;
    const char* address_setting;  ///< the key of the setting that says where its service is reached
    const char* default_address;
    AccountForm form;
    Webhooks webhooks;
    /// What names the account at the carrier.
    std::string (*account_name)(const Account& account);
    /// What the reasons begin with that say that it does not take the account's login.
    std::span<const char* const> login_refusals;
    std::unique_ptr<GatewayMaker> (*gateway_maker)();
};

/// All that there are, in the order in which people choose.
std::span<const Carrier* const> carriers();

/// The one of an id; null when there is none.
const Carrier* find_carrier(std::string_view id);

/// Its label; the id itself when there is none.
std::string carrier_label(std::string_view id);

/// "Zip, Zap or Zup" of their labels is `listed_carriers(&Carrier::label, "or")`.
std::string listed_carriers(const char* Carrier::*what, const char* conjunction);

}  // namespace send_text
