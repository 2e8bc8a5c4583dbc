#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "accounts/account_service.hpp"
#include "gateway/carrier.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/numbers.hpp"
#include "unit/support/recording_log.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/temp_folder.hpp"

namespace send_text::testing {

/// The host's place for passwords.
class FakeSecrets final : public SecretStore {
  public:
    void put(const std::string& name, const Secret& secret) override {
        if (fails) throw std::runtime_error("The safe is locked.");
        secrets[name] = secret.reveal();
    }
    std::optional<Secret> get(const std::string& name) override {
        const auto found = secrets.find(name);
        return found == secrets.end() ? std::nullopt : std::optional(Secret(found->second));
    }
    void remove(const std::string& name) override {
        if (fails) throw std::runtime_error("The safe is locked.");
        secrets.erase(name);
    }

    std::map<std::string, std::string> secrets;
    bool fails = false;
};

/// Gateways of carriers where every password but "wrong" is right. Zipwhip takes webhooks, Twilio does not.
class FakeGateways final : public GatewayFactory {
  public:
    std::unique_ptr<Gateway> make(const std::string& carrier, const Credentials& credentials,
                                  const GatewayOptions&) override {
        if (find_carrier(carrier) == nullptr)
            throw std::invalid_argument("There is no carrier " + carrier + ".");
        made.push_back(credentials);
        return std::make_unique<FakeGateway>(*this, carrier, credentials);
    }

    std::vector<Credentials> made;
    bool is_down = false;
    bool is_cancelled = false;     ///< Send Text is shutting down
    bool lists_cancelled = false;  ///< the same, when a list is read
    bool end_at_removal = false;   ///< the same, when a webhook is removed
    bool refuses_webhooks = false;
    std::multimap<LineId, std::string> webhooks;  ///< line → url
    CarrierPage listed{{}, true};                 ///< of each line
    bool cannot_list = false;

  private:
    class FakeGateway final : public Gateway {
      public:
        FakeGateway(FakeGateways& carrier, std::string name, Credentials credentials)
            : carrier_(carrier), name_(std::move(name)), credentials_(std::move(credentials)) {}
        void log_in() override {
            if (carrier_.is_cancelled) throw Cancelled("Send Text was ended.");
            if (carrier_.is_down)
                throw GatewayError(GatewayError::Kind::unreachable, "The carrier cannot be reached.");
            if (credentials_.password.reveal() == "wrong") {
                throw GatewayError(GatewayError::Kind::credentials_refused,
                                   "The carrier refused the password.");
            }
        }
        SendResult send(const E164&, const std::string&) override { return {}; }
        CarrierPage list_messages(std::int64_t, std::int64_t) override {
            if (carrier_.lists_cancelled) throw Cancelled("Send Text was ended.");
            if (carrier_.cannot_list)
                throw GatewayError(GatewayError::Kind::bad_answer, "The list makes no sense.");
            return carrier_.listed;
        }
        void set_webhooks(const std::string& prefix, const std::string& url) override {
            if (carrier_.is_cancelled || (carrier_.end_at_removal && url.empty()))
                throw Cancelled("Send Text was ended.");
            if (carrier_.is_down || carrier_.refuses_webhooks)
                throw GatewayError(GatewayError::Kind::unreachable, "The carrier takes no webhook.");
            std::erase_if(carrier_.webhooks, [&](const auto& webhook) {
                return webhook.first == credentials_.line && webhook.second.starts_with(prefix);
            });
            if (!url.empty()) carrier_.webhooks.emplace(credentials_.line, url);
        }

      private:
        FakeGateways& carrier_;
        std::string name_;
        Credentials credentials_;
    };
};

/// An account service over a store of its own.
struct AccountFixture {
    static nlohmann::json branch_form(std::int64_t branch_id, const std::string& username) {
        return {{"owner", "branch"},
                {"branch", std::to_string(branch_id)},
                {"carrier", "zipwhip"},
                {"username", username},
                {"password", "right"}};
    }
    static nlohmann::json user_form(std::int64_t rep_id, const std::string& username) {
        return {{"owner", "user"},
                {"service_rep", std::to_string(rep_id)},
                {"carrier", "zipwhip"},
                {"username", username},
                {"password", "right"}};
    }

    static nlohmann::json twilio_form(std::int64_t branch_id, const std::string& sender) {
        return {{"owner", "branch"},     {"branch", std::to_string(branch_id)},
                {"carrier", "twilio"},   {"account_sid", "AC00000000000000000000000000000001"},
                {"auth_token", "right"}, {"sender", sender}};
    }

    /// The lines that a user may text from.
    std::vector<LineId> lines_for(std::int64_t rep_id, std::int64_t branch_id) const {
        std::vector<LineId> lines;
        for (const Account& account : accounts.accounts_for({true, true, rep_id, branch_id, "", ""}))
            lines.push_back(account.line);
        return lines;
    }

    const Sender admin{1, "Ada Admin"};
    TempFolder folder;
    SeededRandom random{1};
    ManualClock clock;
    CurrentSettings settings;
    FakeSecrets secrets;
    FakeGateways gateways;
    Database database{folder.file("store.sqlite"), random};
    AccountStore store{database, random};
    AuditStore audit{database};
    RecordingLog account_log;
    int changes = 0;
    int keys = 0;
    AccountService accounts{
        store,
        secrets,
        gateways,
        audit,
        {settings, clock, random, account_log},
        {[this] { ++changes; }, [this] { return Secret("key-" + std::to_string(++keys)); }}};
};

}  // namespace send_text::testing
