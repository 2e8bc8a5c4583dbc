#include "unit/carrier/api_client.hpp"

#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPBasicCredentials.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>

#include <catch2/catch_test_macros.hpp>
#include <sstream>
#include <stdexcept>

namespace mock_host::test {

namespace net = Poco::Net;

ApiClient::ApiClient(const std::string& base_url) {
    const Poco::URI url(base_url);
    session_ = std::make_unique<net::HTTPClientSession>(url.getHost(), url.getPort());
    session_->setKeepAlive(true);
}

Reply ApiClient::send(const std::string& method, const std::string& path, const std::string& content_type,
                      const std::string& body) {
    net::HTTPRequest request(method, path, net::HTTPMessage::HTTP_1_1);
    request.setKeepAlive(true);
    if (!content_type.empty()) request.setContentType(content_type);
    if (!body.empty() || method == "POST") request.setContentLength64(static_cast<Poco::Int64>(body.size()));
    if (!user_.empty()) net::HTTPBasicCredentials(user_, password_).authenticate(request);
    if (!bearer_token_.empty()) request.setCredentials("Bearer", bearer_token_);
    session_->sendRequest(request) << body;
    net::HTTPResponse response;
    Reply reply;
    Poco::StreamCopier::copyToString(session_->receiveResponse(response), reply.text);
    reply.status = response.getStatus();
    reply.authenticate = response.get("WWW-Authenticate", "");
    reply.retry_after = response.get("Retry-After", "");
    reply.date = response.get("Date", "");
    return reply;
}

void ApiClient::authorize(const std::string& user, const std::string& password) {
    user_ = user;
    password_ = password;
}

void ApiClient::authorize_with_token(const std::string& bearer_token) {
    bearer_token_ = bearer_token;
}

Reply ApiClient::post(const std::string& path, const Form& form) {
    net::HTMLForm fields;
    for (const auto& [name, value] : form)
        fields.add(name, value);
    std::ostringstream body;
    fields.write(body);
    return send("POST", path, "application/x-www-form-urlencoded", body.str());
}

Reply ApiClient::get(const std::string& path_and_query) {
    return send("GET", path_and_query, {}, {});
}

Reply ApiClient::send_json(const std::string& method, const std::string& path, const std::string& body) {
    return send(method, path, "application/json", body);
}

ServedCarrier::ServedCarrier(const CarrierServerOptions& options)
    : server(options), control(server.base_url()), client(server.base_url()) {
    server.start();
}

void ServedCarrier::check_refused(const CarrierAccount& account, const std::string& words) {
    try {
        control.add_account(account);
        FAIL("taken");
    } catch (const std::runtime_error& e) {
        INFO(e.what());
        CHECK(std::string(e.what()).find(words) != std::string::npos);
        CHECK(std::string(e.what()).find("hush") == std::string::npos);
    }
}

RunningCarrier::RunningCarrier(const CarrierServerOptions& options) : ServedCarrier(options) {
    session = client.post("/user/login", {{"username", "2065550100"}, {"password", "secret"}})
                  .json()
                  .at("response")
                  .get<std::string>();
}

Reply RunningCarrier::call(const std::string& path, Form form) {
    form.emplace_back("session", session);
    return client.post(path, form);
}

Reply RunningCarrier::send(const std::string& contact, const std::string& body) {
    return call("/message/send", {{"contacts", contact}, {"body", body}});
}

void RunningCarrier::spoil_sends(nlohmann::json rule) {
    rule["path"] = "/message/send";
    control.set_faults(nlohmann::json::array({rule}));
}

nlohmann::json RunningCarrier::listed(const Form& range) {
    return call("/message/list", range).json().at("response");
}

}  // namespace mock_host::test
