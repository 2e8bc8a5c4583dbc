#include "carrier/zipwhip/zipwhip_api.hpp"

#include <Poco/NumberParser.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "carrier/phone_number.hpp"
#include "carrier/text_log.hpp"
#include "carrier/zipwhip/envelope.hpp"

namespace mock_host::zipwhip {

using nlohmann::json;

ZipwhipApi::ZipwhipApi(const CarrierWorld& world, Sessions::Accounts accounts)
    : clock_(world.clock),
      handsets_(world.handsets),
      texts_(world.texts),
      sessions_(std::move(accounts), world.file),
      messages_(world.file),
      contacts_(world.file),
      webhooks_(world.callbacks, world.file) {}

const std::map<std::string, ZipwhipApi::Endpoint>& ZipwhipApi::endpoints() {
    static const std::map<std::string, Endpoint> by_path{
        {"/user/login", &ZipwhipApi::user_login},
        {"/user/logout", &ZipwhipApi::user_logout},
        {"/user/get", &ZipwhipApi::user_get},
        {"/contact/save", &ZipwhipApi::contact_save},
        {"/contact/list", &ZipwhipApi::contact_list},
        {"/message/send", &ZipwhipApi::message_send},
        {"/message/list", &ZipwhipApi::message_list},
        {"/message/get", &ZipwhipApi::message_get},
        {"/message/read", &ZipwhipApi::message_read},
        {"/message/delete", &ZipwhipApi::message_delete},
        {"/conversation/list", &ZipwhipApi::conversation_list},
        {"/conversation/get", &ZipwhipApi::conversation_get},
        {"/conversation/delete", &ZipwhipApi::conversation_delete},
        {"/webhook/add", &ZipwhipApi::webhook_add},
        {"/webhook/update", &ZipwhipApi::webhook_update},
        {"/webhook/list", &ZipwhipApi::webhook_list},
        {"/webhook/delete", &ZipwhipApi::webhook_delete},
    };
    return by_path;
}

bool ZipwhipApi::serves(const std::string& path) const {
    return endpoints().contains(path);
}

ApiAnswer ZipwhipApi::answer(const ApiRequest& request) {
    if (request.method != "GET" && request.method != "POST") {
        ApiAnswer refused = failure(code::bad_argument, "Only GET and POST are allowed here.");
        refused.status = 405;
        return refused;
    }
    try {
        return (this->*endpoints().at(request.path))(request);
    } catch (const Refusal& refusal) {
        return failure(refusal.code(), refusal.what());
    }
}

std::vector<WantedText> ZipwhipApi::texts_wanted(const ApiRequest& request) const {
    if (request.path != "/message/send") return {};
    const std::string line = sessions_.line_of(request.parameter("session").value_or("")).value_or("");
    std::vector<WantedText> wanted;
    for (const std::string& contact : request.all_parameters("contacts"))
        wanted.push_back({line, contact, request.parameter("body").value_or("")});
    return wanted;
}

ApiAnswer ZipwhipApi::error(std::optional<int> status_code, const std::string& message) const {
    return failure(status_code, message);
}

// [?] What stands before the service answers so; its own failures have HTTP 200.
ApiAnswer ZipwhipApi::service_error(int status, const std::string& message) const {
    ApiAnswer answer;
    answer.status = status;
    answer.body = json{{"error", message}}.dump(-1, ' ', false, json::error_handler_t::replace);
    return answer;
}

void ZipwhipApi::add_account(const CarrierAccount& account) {
    const std::string& username = account.username;
    if (!line_of_username(username)) {
        throw std::invalid_argument(
            "the user name \"" + username +
            "\" is not a number in digits: 10 for the US, else with the country code");
    }
    if (account.password.empty()) throw std::invalid_argument("the password of " + username + " is empty");
    sessions_.add_account(username, account.password);
}

std::vector<CarrierAccount> ZipwhipApi::accounts() const {
    std::vector<CarrierAccount> all;
    for (const std::string& username : sessions_.usernames())
        all.push_back({name(), username, {}});
    return all;
}

bool ZipwhipApi::remove_account(const std::string& username) {
    return sessions_.remove_account(username);
}

bool ZipwhipApi::has_line(const std::string& line) const {
    return sessions_.has_line(line);
}

std::string ZipwhipApi::take_reply(const std::string& from, const HandsetText& reply) {
    const Message message = messages_.add(reply.line, from, true, reply.body, reply.when, reply.pictures > 0);
    contacts_.add(reply.line, from, reply.when);
    webhooks_.post_event("receive", message);
    const std::string id = std::to_string(message.id);
    texts_.add({name(), id, true, reply.line, from, reply.body, {{"received", reply.when}}});
    return id;
}

void ZipwhipApi::text_ended(const HandsetText& text, std::optional<int> failure) {
    Poco::Int64 id = 0;
    if (!Poco::NumberParser::tryParse64(text.message_id, id)) return;
    if (failure)
        mark_failed(id);
    else
        mark_delivered(id);
}

void ZipwhipApi::mark_delivered(std::int64_t id) {
    const Moment now = clock_.now();
    const auto message = messages_.mark_delivered(id, now);
    if (!message) return;
    texts_.step(std::to_string(id), {"delivered", now});
    webhooks_.post_event("progress", *message);
}

void ZipwhipApi::mark_failed(std::int64_t id) {
    const auto message = messages_.mark_failed(id);
    if (!message) return;
    texts_.step(std::to_string(id), {"failed", clock_.now(), handsets_.failure_of(message->number)});
    webhooks_.post_event("progress", *message);
}

void ZipwhipApi::reset() {
    sessions_.reset();
    messages_.clear();
    contacts_.clear();
    webhooks_.clear();
}

std::string ZipwhipApi::line_of(const ApiRequest& request) const {
    const auto line = sessions_.line_of(needed(request, "session"));
    if (!line) throw Refusal("The session is unknown or has been logged out: log in again.");
    return *line;
}

ApiAnswer ZipwhipApi::user_login(const ApiRequest& request) {
    const auto key = sessions_.log_in(needed(request, "username"), needed(request, "password"), clock_.now());
    if (!key) throw Refusal("The user name or the password is wrong.");
    return success(*key);
}

ApiAnswer ZipwhipApi::user_logout(const ApiRequest& request) {
    line_of(request);
    sessions_.log_out(needed(request, "session"));
    return success(true);
}

std::string number_of_contact(const std::string& contact) {
    constexpr std::string_view scheme = "ptn:/";
    const std::string number = contact.starts_with(scheme) ? contact.substr(scheme.size()) : contact;
    if (is_e164(number)) return number;
    const auto line = number.size() >= 10 ? line_of_username(number) : std::nullopt;
    if (line) return *line;
    throw Refusal(code::bad_argument,
                  "The contact '" + contact + "' is not a number, neither in digits nor with a '+'.");
}

}  // namespace mock_host::zipwhip
