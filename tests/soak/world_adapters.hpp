#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/message_log.hpp"
#include "gateway/carrier_clock.hpp"
#include "gateway/line_gateways.hpp"
#include "gateway/zipwhip/session_keys.hpp"
#include "net/http_client.hpp"
#include "soak/wire.hpp"
#include "store/request_counter.hpp"

namespace soak {

/// The world's answer to a question of the plug-in's.
nlohmann::json ask_world(Wire& wire, const nlohmann::json& question);

/// The plug-in's own gateways, whose requests go to the world.
class WorldLines final : public send_text::LineGateways {
  public:
    /// What the gateways of a process share.
    struct Shared {
        send_text::CarrierClocks carrier_clocks;
        send_text::zipwhip::SessionKeys sessions;
    };

    WorldLines(Wire& wire, const send_text::Clock& clock, Shared& shared)
        : wire_(wire), clock_(clock), shared_(shared) {}

    /// [{number, carrier, account}]
    void set(const nlohmann::json& lines);

    std::vector<send_text::Line> lines() override;
    send_text::Gateway* gateway_of(const send_text::LineId& line) override;
    send_text::LineAccount account_of(const send_text::LineId& line) override;

  private:
    std::unique_ptr<send_text::Gateway> make(const nlohmann::json& line);

    Wire& wire_;
    const send_text::Clock& clock_;
    Shared& shared_;
    nlohmann::json lines_ = nlohmann::json::array();
    std::map<send_text::LineId, std::unique_ptr<send_text::Gateway>> gateways_;
};

/// The host's place for secrets, in which requests are counted too.
send_text::CounterVault world_vault(Wire& wire);

/// The host's log of messages is the world's.
class WorldMessageLog final : public send_text::MessageLog {
  public:
    explicit WorldMessageLog(Wire& wire) : wire_(wire) {}
    std::string add(const send_text::LoggedMessage& message) override;

  private:
    Wire& wire_;
};

}  // namespace soak
