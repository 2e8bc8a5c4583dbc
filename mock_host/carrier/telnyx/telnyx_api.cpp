#include "carrier/telnyx/telnyx_api.hpp"

#include <nlohmann/json.hpp>

#include "carrier/segments.hpp"
#include "carrier/telnyx/error.hpp"
#include "carrier/telnyx/id.hpp"
#include "carrier/telnyx/message_json.hpp"
#include "carrier/telnyx/signature.hpp"
#include "carrier/text_log.hpp"

namespace mock_host::telnyx {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

const std::string root = "/v2/";
const std::string messages_path = "/v2/messages";
const std::string profiles_path = "/v2/messaging_profiles";

Refusal not_found() {
    return {code::not_found, "The requested resource or URL could not be found."};
}

/// What stands behind a path, if that is all: "/v2/messages/ID" → "ID".
std::string below(const std::string& path, const std::string& above) {
    if (!path.starts_with(above + "/")) return {};
    return path.substr(above.size() + 1);
}

ApiAnswer answer_with(const json& data) {
    ApiAnswer answer;
    answer.body = json{{"data", data}}.dump();
    return answer;
}

/// Handsets fail for Twilio's reasons; what Telnyx calls them. Its own codes are taken as they are.
int code_of_failure(int failure) {
    if (failure >= 40000 && failure < 50000) return failure;
    switch (failure) {
        case 30003:
            return code::expired;
        case 30006:
            return code::not_routable;
        case 30007:
            return code::spam_for_now;
        case 30005:
            return code::undeliverable;
        default:
            return code::rejected;
    }
}

}  // namespace

TelnyxApi::TelnyxApi(const CarrierWorld& world)
    : clock_(world.clock),
      handsets_(world.handsets),
      texts_(world.texts),
      accounts_(world.file),
      messages_(world.file),
      opt_outs_(world.file),
      webhooks_(accounts_, world.callbacks, world.clock) {}

bool TelnyxApi::serves(const std::string& path) const {
    return path.starts_with(root);
}

ApiAnswer TelnyxApi::answer(const ApiRequest& request) {
    try {
        if (!accounts_.let_in(request.bearer_token))
            throw Refusal(code::not_let_in, "No key was found that matches the one of the request.");
        if (request.path == messages_path && request.method == "POST") return create(request);
        const std::string id = below(request.path, messages_path);
        if (!id.empty()) return answer_message(request, id);
        if (request.path.starts_with(profiles_path) && request.method == "GET")
            return answer_profiles(request);
        throw not_found();
    } catch (const Refusal& refusal) {
        return error(refusal.code(), refusal.what());
    }
}

std::vector<WantedText> TelnyxApi::texts_wanted(const ApiRequest& request) const {
    if (request.method != "POST" || request.path != messages_path) return {};
    return {{request.parameter("from").value_or(""), request.parameter("to").value_or(""),
             request.parameter("text").value_or("")}};
}

ApiAnswer TelnyxApi::error(std::optional<int> error_code, const std::string& message) const {
    return error_answer(error_code, message);
}

ApiAnswer TelnyxApi::service_error(int status, const std::string& message) const {
    return telnyx::service_error(status, message);
}

void TelnyxApi::add_account(const CarrierAccount& account) {
    accounts_.add(account);
}

std::vector<CarrierAccount> TelnyxApi::accounts() const {
    std::vector<CarrierAccount> all = accounts_.given();
    for (CarrierAccount& account : all) {
        account.public_key = SigningKey(account.password).public_key();
        account.password.clear();
    }
    return all;
}

bool TelnyxApi::remove_account(const std::string& username) {
    return accounts_.remove(username);
}

bool TelnyxApi::has_line(const std::string& line) const {
    return accounts_.owner_of(line).has_value();
}

std::string TelnyxApi::take_reply(const std::string& from, const HandsetText& reply) {
    const auto account = accounts_.owner_of(reply.line);
    if (!account) throw std::invalid_argument("no account has the line " + reply.line);
    const Keyword keyword = keyword_of(reply.body);
    Message message;
    message.profile_id = account->username;
    message.from = from;
    message.to = reply.line;
    message.text = reply.body;
    message.inbound = true;
    message.status = Status::delivered;
    message.is_gsm = is_gsm(message.text);
    message.parts = segments_of(message.text);
    for (std::size_t i = 0; i < reply.pictures; ++i)
        message.media.push_back("https://media.telnyx.example/" + new_id() + ".png");
    message.webhook_url = account->sms_url;
    message.failover_url = account->failover_url;
    if (keyword != Keyword::none) message.autoresponse = keyword == Keyword::opt_out ? "STOP" : "START";
    message.received = reply.when;
    message.completed = reply.when;
    message = messages_.add(message);
    texts_.add({name(), message.id, true, reply.line, from, reply.body, {{"received", reply.when}}});
    opt_outs_.apply(message.profile_id, from, keyword);
    webhooks_.post_event("message.received", message);
    answer_keyword(keyword, from, reply);
    return message.id;
}

// [?] The words are those of the industry; a customer can have others.
void TelnyxApi::answer_keyword(Keyword keyword, const std::string& to, const HandsetText& reply) {
    if (keyword == Keyword::none) return;
    const char* const words = keyword == Keyword::opt_out
                                  ? "You have successfully been unsubscribed. You will not receive any more "
                                    "messages from this number. Reply START to resubscribe."
                                  : "You have successfully been re-subscribed to messages from this number. "
                                    "Reply STOP to unsubscribe.";
    handsets_.receive(to, {reply.line, words, new_id(), reply.when});
}

void TelnyxApi::text_ended(const HandsetText& text, std::optional<int> failure) {
    mark_ended(text.message_id, failure ? std::optional(code_of_failure(*failure)) : std::nullopt,
               clock_.now());
}

void TelnyxApi::mark_ended(const std::string& id, std::optional<int> error_code, Moment when) {
    const auto message = messages_.mark_ended(id, error_code, when);
    if (!message) return;
    texts_.step(id, {error_code ? "failed" : "delivered", when, error_code});
    webhooks_.post_event("message.finalized", *message);
}

void TelnyxApi::reset() {
    accounts_.reset();
    messages_.clear();
    opt_outs_.clear();
}

ApiAnswer TelnyxApi::answer_message(const ApiRequest& request, const std::string& id) {
    auto message = messages_.find(id);
    if (!message || !accounts_.profile_of(request.bearer_token, message->profile_id)) throw not_found();
    if (message->received < clock_.now() - 24h * 10) throw not_found();
    if (request.method == "GET") return answer_with(json_of(*message));
    if (request.method != "DELETE") throw not_found();
    message = messages_.cancel(id, clock_.now());
    if (!message)
        throw Refusal(code::cannot_be_cancelled,
                      "Only a scheduled message can be cancelled, more than a minute before its time.");
    texts_.step(id, {"canceled", clock_.now()});
    return answer_with(json_of(*message));
}

ApiAnswer TelnyxApi::answer_profiles(const ApiRequest& request) {
    if (request.path == profiles_path) {
        json list = json::array();
        for (const CarrierAccount& account : accounts_.of_key(request.bearer_token))
            list.push_back(profile_json(account));
        return answer_with(list);
    }
    const auto account = accounts_.profile_of(request.bearer_token, below(request.path, profiles_path));
    if (!account) throw not_found();
    return answer_with(profile_json(*account));
}

}  // namespace mock_host::telnyx
