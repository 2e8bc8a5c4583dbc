#pragma once

#include <string>
#include <vector>

#include "carrier/http_message.hpp"

namespace mock_host {

class Carrier;
struct Simulation;

/// "PUT" and "/_simulator/clock"; {number} in a path stands for a handset's, in E.164.
struct ControlAddress {
    std::string method;
    std::string path;
};

/// How people and tests steer the simulator: JSON under /_simulator/ . What each address takes and gives
/// stands in docs/carrier_simulator.md. What cannot be done is answered with 4xx and {"error":"words"}.
/// [thread-safe]
class ControlApi {
  public:
    explicit ControlApi(Simulation& simulation) : simulation_(simulation) {}

    static bool serves(const std::string& path);
    static std::vector<ControlAddress> addresses();
    ApiAnswer answer(const ApiRequest& request);

  private:
    struct Route;
    static const std::vector<Route>& routes();

    ApiAnswer answer_handset(const ApiRequest& request, const std::string& number);
    ApiAnswer answer_reply(const ApiRequest& request, const std::string& number);
    ApiAnswer answer_faults(const ApiRequest& request);
    ApiAnswer answer_clock(const ApiRequest& request);
    ApiAnswer answer_accounts(const ApiRequest& request);
    ApiAnswer remove_account(const std::string& carrier, const std::string& username);
    Carrier& carrier_of(const std::string& name);
    ApiAnswer answer_changes();

    Simulation& simulation_;
};

}  // namespace mock_host
