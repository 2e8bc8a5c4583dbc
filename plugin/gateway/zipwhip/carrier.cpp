#include "gateway/carrier.hpp"

#include <algorithm>
#include <optional>

#include "core/phone_format.hpp"
#include "core/refusal.hpp"
#include "gateway/zipwhip/session_keys.hpp"
#include "gateway/zipwhip/webhook_event.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "model/line_id.hpp"

namespace send_text::zipwhip {
namespace {

class Maker final : public GatewayMaker {
  public:
    std::unique_ptr<Gateway> make(const GatewayParts& parts) override {
        return std::make_unique<ZipwhipGateway>(parts.http(std::nullopt), parts.credentials,
                                                sessions_.of(parts.address, parts.credentials));
    }

  private:
    SessionKeys sessions_;
};

std::optional<Refusal> problem_of_username(const std::string& username) {
    if (username.empty()) return Refusal{"Enter the text-enabled number as the username."};
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (!std::all_of(username.begin(), username.end(), is_digit)) {
        return Refusal{
            "The username must be all digits, without parentheses, dashes, spaces or letters: 6515550100."};
    }
    if (to_e164(username, "US").empty()) {
        return Refusal{
            "The username must be a phone number: 10 digits in the US, else the country code and the "
            "number."};
    }
    return std::nullopt;
}

constexpr AccountField fields[] = {
    {.id = "username", .label = "Username", .help = "The text-enabled number, digits only."},
    {.id = "password", .label = "Password", .is_secret = true}};

constexpr AccountForm form{.fields = fields,
                           .password = "password",
                           .password_missing = "Enter the password.",
                           .check =
                               [](const FieldTexts& texts, Problems& problems) {
                                   if (const auto problem = problem_of_username(text_in(texts, "username")))
                                       problems["username"] = problem->reason;
                               },
                           .read =
                               [](const FieldTexts& texts, Account& account) {
                                   account.username = text_in(texts, "username");
                                   account.line = LineId(to_e164(account.username, "US"));
                               },
                           .texts_of =
                               [](const Account& account) {
                                   return FieldTexts{{"username", account.username}};
                               }};

constexpr const char* login_refusals[] = {"Zipwhip does not let this account in.",
                                          "Zipwhip refused the login."};

}  // namespace

extern const Carrier carrier;
constexpr Carrier carrier{
    .id = "zipwhip",
    .label = "Zipwhip",
    .can = {.list = MessageList::by_offset,
            .registers_webhooks = true,
            .answers_stop = true,
            .carries_media = true},
    .address_setting = "zipwhip_base_url",
    .default_address = "https://api.zipwhip.com",
    .form = form,
    .webhooks = {.event_ids = event_ids},
    .account_name = [](const Account& account) { return account.username; },
    .login_refusals = login_refusals,
    .gateway_maker = []() -> std::unique_ptr<GatewayMaker> { return std::make_unique<Maker>(); }};

}  // namespace send_text::zipwhip
