#include "carrier/twilio/twilio_api.hpp"

#include <nlohmann/json.hpp>

#include "carrier/segments.hpp"
#include "carrier/text_log.hpp"
#include "carrier/twilio/error.hpp"
#include "carrier/twilio/message_json.hpp"
#include "carrier/twilio/message_list.hpp"

namespace mock_host::twilio {

namespace {

using nlohmann::json;

const std::string root = "/2010-04-01/Accounts/";
const std::string suffix = ".json";

/// What a path names.
struct Target {
    std::string account_sid;
    bool is_known = false;    ///< whether there could be anything below the account
    std::string message_sid;  ///< empty: the list
};

Target target_of(const std::string& path) {
    const std::string below = path.substr(root.size());
    const std::size_t slash = below.find('/');
    Target target{below.substr(0, slash), false, {}};
    const std::string list = messages_path(target.account_sid);
    if (path == list + suffix) {
        target.is_known = true;
    } else if (path.starts_with(list + "/") && path.ends_with(suffix)) {
        target.message_sid = path.substr(list.size() + 1, path.size() - list.size() - 1 - suffix.size());
        target.is_known = !target.message_sid.empty() && target.message_sid.find('/') == std::string::npos;
    }
    return target;
}

Refusal not_found(const std::string& path) {
    return {code::not_found, "The requested resource " + path + " was not found"};
}

ApiAnswer answer_with(const json& value) {
    ApiAnswer answer;
    answer.body = value.dump();
    return answer;
}

}  // namespace

TwilioApi::TwilioApi(const CarrierWorld& world)
    : clock_(world.clock),
      handsets_(world.handsets),
      texts_(world.texts),
      accounts_(world.file),
      messages_(world.file),
      webhooks_(accounts_, world.callbacks) {}

bool TwilioApi::serves(const std::string& path) const {
    return path.starts_with(root);
}

ApiAnswer TwilioApi::answer(const ApiRequest& request) {
    try {
        const Target target = target_of(request.path);
        if (!request.credentials || !accounts_.let_in(target.account_sid, *request.credentials)) {
            throw Refusal(code::not_let_in, "Authenticate");
        }
        if (!target.is_known) throw not_found(request.path);
        if (target.message_sid.empty()) return answer_list(request, target.account_sid);
        return answer_message(request, target.account_sid, target.message_sid);
    } catch (const Refusal& refusal) {
        return error(refusal.code(), refusal.what());
    }
}

std::vector<WantedText> TwilioApi::texts_wanted(const ApiRequest& request) const {
    const Target target = target_of(request.path);
    if (request.method != "POST" || !target.is_known || !target.message_sid.empty()) return {};
    return {{request.parameter("From").value_or(""), request.parameter("To").value_or(""),
             request.parameter("Body").value_or("")}};
}

ApiAnswer TwilioApi::error(std::optional<int> error_code, const std::string& message) const {
    return error_answer(error_code, message);
}

ApiAnswer TwilioApi::service_error(int status, const std::string& message) const {
    return twilio::service_error(status, message);
}

void TwilioApi::add_account(const CarrierAccount& account) {
    accounts_.add(account);
}

std::vector<CarrierAccount> TwilioApi::accounts() const {
    std::vector<CarrierAccount> all = accounts_.given();
    for (CarrierAccount& account : all) {
        account.password.clear();
        account.api_key_secret.clear();
    }
    return all;
}

bool TwilioApi::remove_account(const std::string& username) {
    return accounts_.remove(username);
}

bool TwilioApi::has_line(const std::string& line) const {
    return accounts_.owner_of(line).has_value();
}

std::string TwilioApi::take_reply(const std::string& from, const HandsetText& reply) {
    const auto account = accounts_.owner_of(reply.line);
    if (!account) throw std::invalid_argument("no account has the line " + reply.line);
    Message message;
    message.account_sid = account->username;
    message.service_sid = service_of(*account, reply.line);
    message.from = from;
    message.to = reply.line;
    message.body = reply.body;
    message.segments = segments_of(message.body);
    message.media = reply.pictures;
    message.inbound = true;
    message.status = Status::received;
    message.created = message.updated = reply.when;
    message.sent = reply.when;
    message = messages_.add(message);
    webhooks_.post_inbound(message);
    texts_.add({name(), message.sid, true, reply.line, from, reply.body, {{"received", reply.when}}});
    return message.sid;
}

void TwilioApi::text_ended(const HandsetText& text, std::optional<int> failure) {
    mark_ended(text.message_id, failure, clock_.now());
}

void TwilioApi::mark_ended(const std::string& message_sid, std::optional<int> error_code, Moment when) {
    const auto message = messages_.mark_ended(message_sid, error_code, when);
    if (!message) return;
    texts_.step(message_sid, {error_code ? "failed" : "delivered", when, error_code});
    webhooks_.post_status(*message);
}

void TwilioApi::reset() {
    accounts_.reset();
    messages_.clear();
}

ApiAnswer TwilioApi::answer_list(const ApiRequest& request, const std::string& account_sid) {
    if (request.method == "POST") return create(request, account_sid);
    if (request.method != "GET")
        throw Refusal(code::method_not_allowed, "Only GET and POST are allowed here.");
    const json list = list_messages(messages_, account_sid, request, clock_.now());
    shift_list(request, account_sid);
    return answer_with(list);
}

void TwilioApi::shift_list(const ApiRequest& request, const std::string& account_sid) {
    const int arriving = request.list_fault.arriving;
    std::string line = request.parameter("To").value_or("");
    if (!has_line(line)) line = request.parameter("From").value_or("");
    for (int i = 0; i < arriving && has_line(line); ++i) {
        HandsetText text{line, shifting_words, {}, clock_.now()};
        text.message_id = take_reply(shifting_number, text);
        handsets_.reply(shifting_number, text);
    }
    const auto is_of_line = [&](const Message& message) {
        return message.to == line || message.from == line;
    };
    std::vector<Message> newest = messages_.matching(account_sid, is_of_line);
    for (std::size_t i = 0; arriving < 0 && i < newest.size() && i < static_cast<std::size_t>(-arriving); ++i)
        messages_.remove(account_sid, newest[i].sid);
}

ApiAnswer TwilioApi::answer_message(const ApiRequest& request, const std::string& account_sid,
                                    const std::string& message_sid) {
    const auto message = messages_.find(account_sid, message_sid);
    if (!message) throw not_found(request.path);
    if (request.method == "GET") return answer_with(json_of(*message));
    if (request.method == "POST") return update(request, account_sid, message_sid);
    if (request.method == "DELETE") return remove(account_sid, message_sid);
    throw Refusal(code::method_not_allowed, "Only GET, POST and DELETE are allowed here.");
}

// What is not valid: twilio.com/docs/api/errors/30400.
ApiAnswer TwilioApi::update(const ApiRequest& request, const std::string& account_sid,
                            const std::string& message_sid) {
    const auto status = request.parameter("Status");
    const auto body = request.parameter("Body");
    const bool is_valid = status ? *status == "canceled" && !body : body && body->empty();
    if (!is_valid) {
        throw Refusal(code::update_not_valid,
                      "A message is canceled with 'Status=canceled', or redacted with an empty 'Body'.");
    }
    if (body) {
        const auto redacted = messages_.redact(account_sid, message_sid, clock_.now());
        if (!redacted)
            throw Refusal(code::not_complete, "This message cannot be redacted before it is complete");
        return answer_with(json_of(*redacted));
    }
    const auto canceled = messages_.cancel(account_sid, message_sid, clock_.now());
    if (!canceled) throw Refusal(code::cannot_be_cancelled, "This message cannot be canceled");
    texts_.step(message_sid, {"canceled", clock_.now()});
    webhooks_.post_status(*canceled);
    return answer_with(json_of(*canceled));
}

ApiAnswer TwilioApi::remove(const std::string& account_sid, const std::string& message_sid) {
    if (!messages_.remove(account_sid, message_sid)) {
        throw Refusal(code::not_complete, "Cannot delete message because delivery has not been completed.");
    }
    ApiAnswer answer;
    answer.status = 204;
    return answer;
}

}  // namespace mock_host::twilio
