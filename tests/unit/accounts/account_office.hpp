#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "accounts/account_service.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/temp_folder.hpp"

namespace send_text::testing {

/// The host's place for passwords.
class FakeSecrets final : public SecretStore {
  public:
    void put(const std::string& name, const std::string& secret) override {
        if (fails) throw std::runtime_error("The safe is locked.");
        secrets[name] = secret;
    }
    std::optional<std::string> get(const std::string& name) override {
        const auto found = secrets.find(name);
        return found == secrets.end() ? std::nullopt : std::optional(found->second);
    }
    void remove(const std::string& name) override { secrets.erase(name); }

    std::map<std::string, std::string> secrets;
    bool fails = false;
};

/// Gateways of a carrier where every password but "wrong" is right.
class FakeGateways final : public GatewayFactory {
  public:
    std::unique_ptr<Gateway> make(const std::string& carrier, const Credentials& credentials,
                                  const GatewayOptions&) override {
        if (carrier != "zipwhip") throw std::invalid_argument("There is no carrier " + carrier + ".");
        made.push_back(credentials);
        return std::make_unique<FakeGateway>(credentials);
    }

    std::vector<Credentials> made;

  private:
    class FakeGateway final : public Gateway {
      public:
        explicit FakeGateway(Credentials credentials) : credentials_(std::move(credentials)) {}
        void log_in() override {
            if (credentials_.password == "wrong") {
                throw GatewayError(GatewayError::Kind::credentials_refused,
                                   "The carrier refused the password.");
            }
        }
        SendResult send(const std::string&, const std::string&) override { return {}; }
        CarrierPage list_messages(std::int64_t, std::int64_t) override { return {}; }

      private:
        Credentials credentials_;
    };
};

/// An account service over a store of its own.
struct AccountOffice {
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

    TempFolder folder;
    SeededRandom random{1};
    ManualClock clock;
    CurrentSettings settings;
    FakeSecrets secrets;
    FakeGateways gateways;
    Database database{folder.file("store.sqlite"), random};
    AccountStore store{database};
    int changes = 0;
    AccountService accounts{store, secrets, gateways, settings, clock, [this] { ++changes; }};
};

}  // namespace send_text::testing
