#pragma once

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>

#include "carrier/fault_rules.hpp"
#include "carrier/http_message.hpp"

namespace mock_host {

class Carrier;
struct Simulation;

/// Takes one request off the wire, gives it to the control API or to a carrier, and spoils the carrier's
/// answer if a fault says so.
class RequestHandler : public Poco::Net::HTTPRequestHandler {
  public:
    explicit RequestHandler(Simulation& simulation) : simulation_(simulation) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override;

  private:
    void ask_carrier(Carrier& carrier, const ApiRequest& api_request, Poco::Net::HTTPServerRequest& request,
                     Poco::Net::HTTPServerResponse& response);
    void note_texts(const Carrier& carrier, const ApiRequest& request, const ApiAnswer& answer,
                    const std::vector<std::string>& taken, const std::optional<FaultRule>& fault);
    /// Returns when the client gives up or the simulator ends.
    void hang(Poco::Net::HTTPServerRequest& request);

    Simulation& simulation_;
};

class RequestHandlerFactory : public Poco::Net::HTTPRequestHandlerFactory {
  public:
    explicit RequestHandlerFactory(Simulation& simulation) : simulation_(simulation) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest& request) override;

  private:
    Simulation& simulation_;
};

}  // namespace mock_host
