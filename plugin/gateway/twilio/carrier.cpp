#include "gateway/carrier.hpp"

#include <Poco/URI.h>

#include <utility>

#include "core/phone_format.hpp"
#include "gateway/twilio/addresses.hpp"
#include "gateway/twilio/signature.hpp"
#include "gateway/twilio/twilio_gateway.hpp"
#include "gateway/twilio/webhook_event.hpp"
#include "gateway/twilio/webhook_proof.hpp"
#include "model/line_id.hpp"

namespace send_text::twilio {
namespace {

class Maker final : public GatewayMaker {
  public:
    std::unique_ptr<Gateway> make(const GatewayParts& parts) override {
        const Credentials& credentials = parts.credentials;
        auto http = parts.http(HttpLogin{credentials.username, credentials.password});
        return std::make_unique<TwilioGateway>(std::move(http), credentials.carrier_account, credentials.line,
                                               Poco::URI(parts.address).getHost());
    }
};

std::string line_of_sender(const std::string& sender) {
    return is_sid(sender, "MG") ? sender : to_e164(sender, "US");
}

void check(const FieldTexts& texts, Problems& problems) {
    if (!is_sid(text_in(texts, "account_sid"), "AC")) {
        problems["account_sid"] =
            "The account SID is AC and 32 digits or letters from a to f. Copy it from Twilio's console.";
    }
    const std::string key = text_in(texts, "api_key_sid");
    if (!key.empty() && !is_sid(key, "SK")) {
        problems["api_key_sid"] =
            "An API key's SID is SK and 32 digits or letters from a to f. Leave it empty to use the auth "
            "token.";
    }
    if (line_of_sender(text_in(texts, "sender")).empty()) {
        problems["sender"] =
            "Enter the number that sends the texts, such as (651) 555-0100, or a messaging service's SID: MG "
            "and 32 "
            "digits or letters from a to f.";
    }
}

/// The auth token logs in as the account, an API key's secret as the key.
void read(const FieldTexts& texts, Account& account) {
    account.carrier_account = text_in(texts, "account_sid");
    account.username = text_in(texts, "api_key_sid");
    if (account.username.empty()) account.username = account.carrier_account;
    account.line = LineId(line_of_sender(text_in(texts, "sender")));
}

FieldTexts texts_of(const Account& account) {
    const bool has_key = account.username != account.carrier_account;
    return {{"account_sid", account.carrier_account},
            {"api_key_sid", has_key ? account.username : std::string()},
            {"sender", account.line.str()}};
}

constexpr AccountField fields[] = {
    {.id = "account_sid", .label = "Account SID", .help = "AC…, from Twilio's console."},
    {.id = "api_key_sid",
     .label = "API key SID",
     .help = "SK…, to log in with an API key. Leave it empty to use the auth token.",
     .is_required = false},
    {.id = "auth_token", .label = "Auth token, or the API key's secret", .is_secret = true},
    {.id = "sender",
     .label = "Number or messaging service",
     .help = "What texts are sent from: a number of the account, or a messaging service (MG…)."},
    {.id = "webhook_key_secret",
     .label = "Webhook key's secret",
     .help = "Only if Twilio signs its webhooks with a separate key.",
     .is_required = false,
     .is_secret = true}};

constexpr AccountForm form{.fields = fields,
                           .password = "auth_token",
                           .password_missing = "Enter the auth token, or the API key's secret.",
                           .webhook_key = "webhook_key_secret",
                           .check = check,
                           .read = read,
                           .texts_of = texts_of};

bool is_genuine_call(const WebhookCall& call, const WebhookProof& proof) {
    if (!bears_signature(call)) return false;  // before the host's secret store is asked
    return is_genuine(call, proof.address, proof.credentials(),
                      is_signed_by_key(call) ? proof.webhook_key() : std::nullopt);
}

constexpr const char* login_refusals[] = {"Twilio refused the login."};

}  // namespace

extern const Carrier carrier;
constexpr Carrier carrier{
    .id = "twilio",
    .label = "Twilio",
    .can = {.list = MessageList::by_cursor, .schedules = true, .answers_stop = true, .carries_media = true},
    .address_setting = "twilio_base_url",
    .default_address = "https://api.twilio.com",
    .form = form,
    .webhooks = {.may_get = true,
                 .answer_type = "text/xml",
                 .answer = "<Response></Response>",
                 .line_of = [](const WebhookCall& call) { return LineId(call.name); },
                 .is_genuine = is_genuine_call,
                 .event_ids = event_ids},
    .account_name = [](const Account& account) { return account.carrier_account; },
    .login_refusals = login_refusals,
    .gateway_maker = []() -> std::unique_ptr<GatewayMaker> { return std::make_unique<Maker>(); }};

}  // namespace send_text::twilio
