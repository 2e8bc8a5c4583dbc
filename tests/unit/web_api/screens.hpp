#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "mock_host/web/api.hpp"
#include "support/running_host.hpp"

/// The host behind the screens with the seed's people and a simulated carrier, and what pages ask of it, but
/// for HTTP. `aswanson` is logged in.
class Screens {
  public:
    /// `plugin`: its library; empty: none is loaded.
    explicit Screens(const std::string& plugin = {});

    /// What is answered with 200. `target`: "employees?last_name=S".
    nlohmann::json get(const std::string& target) { return ask("GET", target); }
    nlohmann::json post(const std::string& target, const nlohmann::json& body = nlohmann::json::object()) {
        return ask("POST", target, body);
    }
    nlohmann::json put(const std::string& target, const nlohmann::json& body) {
        return ask("PUT", target, body);
    }
    nlohmann::json remove(const std::string& target, const nlohmann::json& body = nlohmann::json::object()) {
        return ask("DELETE", target, body);
    }
    mock_host::ApiResult answer(const std::string& method, const std::string& target,
                                const nlohmann::json& body = nlohmann::json::object());

    /// The answer to what is refused: its status and its words, as in "409 The plug-in …".
    std::string refusal(const std::string& method, const std::string& target,
                        const nlohmann::json& body = nlohmann::json::object());

    /// Waits for the plug-in to do something. Fails the test when it never does.
    void wait_until(const std::function<bool()>& is_done);

    /// Has the plug-in text through the simulated carrier: its address, and an account of `aswanson` with the
    /// line +16515550100.
    void add_account();
    /// Opens the plug-in's dialog of an employee; its id, when the recipient has been looked up.
    std::uint64_t compose_to(std::int64_t employee_id);
    nlohmann::json dialog(std::uint64_t id);

    mock_host::RunningHost& host() { return running_.host(); }
    mock_host::StaffingDatabase& database() { return running_.database(); }
    const std::string& carrier_url() { return host().carrier_url(); }
    void end_carrier() { running_.end_carrier(); }

  private:
    nlohmann::json ask(const std::string& method, const std::string& target,
                       const nlohmann::json& body = nlohmann::json::object());

    Running running_;
    const mock_host::Api api_{running_.host()};
};
