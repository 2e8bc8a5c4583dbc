#include "carrier/carrier_control.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>

#include <stdexcept>

#include "staffing_json/bounded_json.hpp"

namespace mock_host {

namespace net = Poco::Net;
using nlohmann::json;

namespace {

std::string handset_path(const std::string& number) {
    std::string encoded;
    Poco::URI::encode(number, "+/?#", encoded);
    return "handsets/" + encoded;
}

json telnyx_json(const CarrierAccount& account) {
    json result{{"carrier", account.carrier},
                {"messaging_profile_id", account.username},
                {"api_key", account.password},
                {"numbers", account.numbers}};
    if (!account.sms_url.empty()) result["webhook_url"] = account.sms_url;
    if (!account.failover_url.empty()) result["webhook_failover_url"] = account.failover_url;
    return result;
}

json json_of(const CarrierAccount& account) {
    if (account.carrier == "telnyx") return telnyx_json(account);
    if (account.carrier != "twilio")
        return {{"carrier", account.carrier}, {"username", account.username}, {"password", account.password}};
    json result{{"carrier", account.carrier},
                {"account_sid", account.username},
                {"auth_token", account.password},
                {"numbers", account.numbers},
                {"messaging_services", account.messaging_services}};
    if (!account.api_key_sid.empty()) result["api_key_sid"] = account.api_key_sid;
    if (!account.api_key_secret.empty()) result["api_key_secret"] = account.api_key_secret;
    if (!account.sms_url.empty()) result["sms_url"] = account.sms_url;
    return result;
}

std::string error_in(const json& body) {
    if (body.is_object() && body.contains("error") && body["error"].is_string()) return body["error"];
    return "it gave no reason";
}

}  // namespace

struct CarrierControl::Answer {
    int status = 0;
    json body;
};

CarrierControl::CarrierControl(std::string base_url) : base_url_(std::move(base_url)) {
    try {
        const Poco::URI url(base_url_);
        host_ = url.getHost();
        port_ = url.getPort();
        if (url.getScheme() == "http" && !host_.empty()) return;
    } catch (const Poco::Exception&) {
        // Refused below like any other address that is not one.
    }
    throw std::runtime_error("\"" + base_url_ +
                             "\" is not the address of a carrier simulator (http://HOST:PORT)");
}

CarrierControl::Answer CarrierControl::exchange(const std::string& method, const std::string& path,
                                                const std::string& body) const {
    try {
        net::HTTPClientSession session(host_, port_);
        session.setTimeout(Poco::Timespan(30, 0));
        net::HTTPRequest request(method, "/_simulator/" + path, net::HTTPMessage::HTTP_1_1);
        request.setContentType("application/json");
        request.setContentLength64(static_cast<Poco::Int64>(body.size()));
        session.sendRequest(request) << body;
        net::HTTPResponse response;
        std::string text;
        Poco::StreamCopier::copyToString(session.receiveResponse(response), text);
        return {response.getStatus(), staffing::json_from(text, "the answer")};
    } catch (const staffing::JsonError&) {
        throw std::runtime_error("the program at " + base_url_ +
                                 " is not a carrier simulator: its answer is not JSON");
    } catch (const Poco::Exception& e) {
        throw std::runtime_error("the carrier simulator at " + base_url_ +
                                 " cannot be reached: " + e.displayText());
    }
}

json CarrierControl::ask(const std::string& method, const std::string& path, const std::string& body) const {
    Answer answer = exchange(method, path, body);
    if (answer.status >= 300) throw CarrierRefusal(answer.status, method + " " + path, error_in(answer.body));
    return std::move(answer.body);
}

void CarrierControl::set_clock(const std::optional<std::string>& now) {
    ask("PUT", "clock", json{{"now", now ? json(*now) : json(nullptr)}}.dump());
}

void CarrierControl::set_clock_ahead(std::int64_t milliseconds) {
    ask("PUT", "clock", json{{"ahead_milliseconds", milliseconds}}.dump());
}

void CarrierControl::set_faults(const json& rules) {
    ask("PUT", "faults", rules.dump());
}

json CarrierControl::faults() const {
    return ask("GET", "faults");
}

std::vector<CarrierControl::Text> CarrierControl::handset_texts(const std::string& number) const {
    std::vector<Text> texts;
    for (const json& handset : all_handsets()) {
        if (handset["number"] != number) continue;
        for (const json& text : handset["texts"]) {
            texts.push_back({text["line"], text["body"], text["message_id"], text["when"]});
        }
    }
    return texts;
}

json CarrierControl::all_handsets() const {
    return ask("GET", "handsets");
}

std::string CarrierControl::reply(const std::string& from, const std::string& to_line,
                                  const std::string& body, std::int64_t pictures) {
    json order{{"to", to_line}, {"pictures", pictures}};
    if (!body.empty() || pictures == 0) order["body"] = body;
    return ask("POST", handset_path(from) + "/reply", order.dump())["message_id"];
}

void CarrierControl::set_handset(const std::string& number, bool on) {
    change_handset(number, {{"on", on}});
}

void CarrierControl::change_handset(const std::string& number, const json& change) {
    ask("POST", handset_path(number), change.dump());
}

void CarrierControl::set_failure(const std::string& number, int code) {
    change_handset(number, {{"failure", code}});
}

void CarrierControl::add_account(const CarrierAccount& account) {
    ask("POST", "accounts", json_of(account).dump());
}

void CarrierControl::add_account(const std::string& username, const std::string& password) {
    add_account({"zipwhip", username, password});
}

json CarrierControl::accounts() const {
    return ask("GET", "accounts");
}

void CarrierControl::remove_account(const std::string& carrier, const std::string& username) {
    ask("DELETE", "accounts", json{{"carrier", carrier}, {"username", username}}.dump());
}

void CarrierControl::end_sessions() {
    ask("DELETE", "sessions");
}

json CarrierControl::texts() const {
    return ask("GET", "texts");
}

json CarrierControl::requests() const {
    return ask("GET", "requests");
}

json CarrierControl::changes() const {
    return ask("GET", "changes");
}

json CarrierControl::callbacks() const {
    return ask("GET", "callbacks");
}

void CarrierControl::reset() {
    ask("POST", "reset");
}

}  // namespace mock_host
