#pragma once

#include <Poco/Net/HTTPClientSession.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "carrier/carrier_control.hpp"
#include "carrier/carrier_server.hpp"

namespace mock_host::test {

using Form = std::vector<std::pair<std::string, std::string>>;

struct Reply {
    int status = 0;
    std::string text;
    std::string retry_after;
    std::string authenticate;  ///< WWW-Authenticate
    std::string date;
    /// The text as JSON; discarded if it is none.
    nlohmann::json json() const { return nlohmann::json::parse(text, nullptr, false); }
};

/// A plain client on one kept connection, knowing nothing of the simulator's code.
class ApiClient {
  public:
    explicit ApiClient(const std::string& base_url);
    explicit ApiClient(std::unique_ptr<Poco::Net::HTTPClientSession> session)
        : session_(std::move(session)) {}

    /// Throws a Poco::Exception if no answer comes.
    Reply post(const std::string& path, const Form& form);
    Reply get(const std::string& path_and_query);
    Reply send_json(const std::string& method, const std::string& path, const std::string& body);
    Reply send(const std::string& method, const std::string& path, const std::string& content_type,
               const std::string& body);

    /// Every request from now on has these credentials (HTTP Basic); none with an empty user.
    void authorize(const std::string& user, const std::string& password);
    /// Every request from now on has this token; none with an empty one.
    void authorize_with_token(const std::string& bearer_token);

    Poco::Net::HTTPClientSession& connection() { return *session_; }

  private:
    std::unique_ptr<Poco::Net::HTTPClientSession> session_;
    std::string user_;
    std::string password_;
    std::string bearer_token_;
};

/// The handsets of two people.
inline const std::string ann = "+16515565757";
inline const std::string bob = "+16513708370";

/// A simulator that serves, a client of it, and what steers the world.
struct ServedCarrier {
    explicit ServedCarrier(const CarrierServerOptions& options);

    CarrierServer server;
    CarrierControl control;
    ApiClient client;

    /// Checks that the account is refused with these words among others, which are not its secret, "hush".
    void check_refused(const CarrierAccount& account, const std::string& words);
};

/// A client that has logged in to Zipwhip for +12065550100.
struct RunningCarrier : ServedCarrier {
    explicit RunningCarrier(const CarrierServerOptions& options = {});

    const std::string line = "+12065550100";
    std::string session;

    /// A request with the session's key in it.
    Reply call(const std::string& path, Form form = {});
    Reply send(const std::string& contact, const std::string& body);
    /// From now on this fault spoils all sending.
    void spoil_sends(nlohmann::json rule);
    /// message/list, newest first.
    nlohmann::json listed(const Form& range = {});
};

}  // namespace mock_host::test
