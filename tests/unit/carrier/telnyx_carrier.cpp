#include "unit/carrier/telnyx_carrier.hpp"

#include <catch2/catch_test_macros.hpp>

namespace mock_host::test {

using nlohmann::json;

TelnyxCarrier::TelnyxCarrier(const CarrierServerOptions& options) : ServedCarrier(options) {
    control.add_account(account());
    client.authorize_with_token(api_key);
}

CarrierAccount TelnyxCarrier::account() const {
    CarrierAccount account{"telnyx", profile, api_key};
    account.numbers = {line, other_line};
    return account;
}

Reply TelnyxCarrier::create(const json& body) {
    return client.send_json("POST", "/v2/messages", body.dump());
}

Reply TelnyxCarrier::send(const std::string& to, const std::string& text) {
    return create({{"from", line}, {"to", to}, {"text", text}});
}

json TelnyxCarrier::sent(const std::string& to, const std::string& text) {
    return send(to, text).json().at("data");
}

json TelnyxCarrier::fetch(const std::string& id) {
    return client.get("/v2/messages/" + id).json().at("data");
}

std::string TelnyxCarrier::status_of(const std::string& id) {
    return fetch(id).at("to").at(0).at("status");
}

std::string telnyx_code(const Reply& reply, int status) {
    INFO(reply.text);
    CHECK(reply.status == status);
    const json error = reply.json().at("errors").at(0);
    CHECK_FALSE(error["title"].get<std::string>().empty());
    CHECK_FALSE(error["detail"].get<std::string>().empty());
    const std::string code = error["code"];
    CHECK(error["meta"]["url"].get<std::string>().ends_with(code));
    return code;
}

}  // namespace mock_host::test
