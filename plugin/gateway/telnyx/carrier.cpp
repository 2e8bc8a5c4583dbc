#include "gateway/carrier.hpp"

#include "core/e164.hpp"
#include "core/phone_format.hpp"
#include "gateway/telnyx/signature.hpp"
#include "gateway/telnyx/telnyx_gateway.hpp"
#include "gateway/telnyx/webhook_event.hpp"
#include "model/line_id.hpp"

namespace send_text::telnyx {
namespace {

class Maker final : public GatewayMaker {
  public:
    std::unique_ptr<Gateway> make(const GatewayParts& parts) override {
        return std::make_unique<TelnyxGateway>(
            parts.http(HttpLogin{.password = parts.credentials.password, .is_bearer = true}),
            parts.credentials.line);
    }
};

std::string number_in(const FieldTexts& texts) {
    const std::string number = to_e164(text_in(texts, "number"), "US");
    return is_e164(number) ? number : std::string();
}

void check(const FieldTexts& texts, Problems& problems) {
    if (number_in(texts).empty())
        problems["number"] = "Enter the number that sends the texts, such as (651) 555-0100.";
    const std::string key = text_in(texts, "public_key");
    if (!key.empty() && !is_public_key(key)) {
        problems["public_key"] =
            "The public key is 44 letters, digits and signs. Copy it from Telnyx's portal.";
    }
}

/// The number logs in nowhere, but names the account: Telnyx has no name for it that people know.
void read(const FieldTexts& texts, Account& account) {
    account.username = number_in(texts);
    account.line = LineId(account.username);
    account.carrier_account = text_in(texts, "public_key");
}

constexpr AccountField fields[] = {
    {.id = "number", .label = "Number", .help = "The account's number that texts are sent from."},
    {.id = "api_key", .label = "API key", .help = "KEY…, from Telnyx's portal.", .is_secret = true},
    {.id = "public_key",
     .label = "Public key",
     .help = "From Telnyx's portal. It proves that a webhook is from Telnyx, which reports replies "
             "and deliveries by webhook only. To receive them, enter this key here, a webhook "
             "listener and a webhook address in the settings, and that address followed by "
             "/telnyx/messages in the messaging profile. Otherwise the account can send, but no "
             "reply arrives, not even STOP.",
     .is_required = false}};

constexpr AccountForm form{
    .fields = fields,
    .password = "api_key",
    .password_missing = "Enter the API key.",
    .check = check,
    .read = read,
    .texts_of = [](const Account& account) {
        return FieldTexts{{"number", account.line.str()}, {"public_key", account.carrier_account}};
    }};

constexpr const char* login_refusals[] = {"Telnyx refused the login."};

}  // namespace

extern const Carrier carrier;
constexpr Carrier carrier{
    .id = "telnyx",
    .label = "Telnyx",
    .can = {.list = MessageList::one_at_a_time,
            .polls_replies = false,
            .schedules = true,
            .answers_stop = true,
            .carries_media = true},
    .address_setting = "telnyx_base_url",
    .default_address = "https://api.telnyx.com",
    .form = form,
    .webhooks = {.line_of = line_of,
                 .is_genuine =
                     [](const WebhookCall& call, const WebhookProof& proof) {
                         return is_signed(call, proof.account.carrier_account, proof.now);
                     },
                 .is_provable = [](const Account& account) { return !account.carrier_account.empty(); },
                 .event_ids = event_ids,
                 .messages = messages},
    .account_name = [](const Account& account) { return account.line.str(); },
    .login_refusals = login_refusals,
    .gateway_maker = []() -> std::unique_ptr<GatewayMaker> { return std::make_unique<Maker>(); }};

}  // namespace send_text::telnyx
