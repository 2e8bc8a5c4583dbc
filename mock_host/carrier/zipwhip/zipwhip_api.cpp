#include "carrier/zipwhip/zipwhip_api.hpp"

#include <Poco/NumberParser.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "carrier/phone_number.hpp"
#include "carrier/zipwhip/envelope.hpp"
#include "carrier/zipwhip/message_json.hpp"

namespace mock_host::zipwhip {

using nlohmann::json;

ZipwhipApi::ZipwhipApi(const SimulatorClock& clock, Handsets& handsets, CallbackPoster& poster,
                       Sessions::Accounts accounts)
    : clock_(clock), handsets_(handsets), sessions_(std::move(accounts)), webhooks_(poster) {}

const std::map<std::string, ZipwhipApi::Endpoint>& ZipwhipApi::endpoints() {
    static const std::map<std::string, Endpoint> by_path{
        {"/user/login", &ZipwhipApi::user_login},
        {"/user/logout", &ZipwhipApi::user_logout},
        {"/contact/save", &ZipwhipApi::contact_save},
        {"/message/send", &ZipwhipApi::message_send},
        {"/message/list", &ZipwhipApi::message_list},
        {"/message/read", &ZipwhipApi::message_read},
        {"/conversation/list", &ZipwhipApi::conversation_list},
        {"/conversation/get", &ZipwhipApi::conversation_get},
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
        ApiAnswer refused = failure(code::bad_argument, "Only GET and POST are taken here.");
        refused.status = 405;
        return refused;
    }
    try {
        return (this->*endpoints().at(request.path))(request);
    } catch (const Refusal& refusal) {
        return failure(refusal.code(), refusal.what());
    }
}

ApiAnswer ZipwhipApi::error(int status_code, const std::string& message) const {
    return failure(status_code, message);
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

bool ZipwhipApi::has_line(const std::string& line) const {
    return sessions_.has_line(line);
}

std::string ZipwhipApi::take_reply(const std::string& from, const HandsetText& reply) {
    const Message message = messages_.add(reply.line, from, true, reply.body, reply.when);
    webhooks_.tell("receive", message);
    return std::to_string(message.id);
}

void ZipwhipApi::text_arrived(const HandsetText& text) {
    Poco::Int64 id = 0;
    if (Poco::NumberParser::tryParse64(text.message_id, id)) mark_delivered(id);
}

void ZipwhipApi::mark_delivered(std::int64_t id) {
    if (const auto message = messages_.mark_delivered(id, clock_.now())) webhooks_.tell("progress", *message);
}

void ZipwhipApi::mark_failed(std::int64_t id) {
    if (const auto message = messages_.mark_failed(id)) webhooks_.tell("progress", *message);
}

void ZipwhipApi::reset() {
    sessions_.reset();
    messages_.clear();
    webhooks_.clear();
}

std::string ZipwhipApi::line_of(const ApiRequest& request) const {
    const auto line = sessions_.line_of(needed(request, "session"));
    if (!line) throw Refusal("The session is unknown or has been logged out: log in again.");
    return *line;
}

ApiAnswer ZipwhipApi::user_login(const ApiRequest& request) {
    const auto key = sessions_.log_in(needed(request, "username"), needed(request, "password"));
    if (!key) throw Refusal("The user name or the password is wrong.");
    return success(*key);
}

ApiAnswer ZipwhipApi::user_logout(const ApiRequest& request) {
    line_of(request);
    sessions_.log_out(needed(request, "session"));
    return success(true);
}

// Contacts are answered as saved, but nothing here reads them again.
ApiAnswer ZipwhipApi::contact_save(const ApiRequest& request) {
    line_of(request);
    const bool has_address = request.parameter("address").has_value();
    const std::string number = number_of_contact(needed(request, has_address ? "address" : "mobileNumber"));
    json contact{{"id", contact_id_of(number)}, {"address", address_of(number)}, {"mobileNumber", number}};
    for (const char* name : {"firstName", "lastName", "email"}) {
        contact[name] = request.parameter(name) ? needed(request, name) : std::string();
    }
    return success(contact);
}

std::string number_of_contact(const std::string& contact) {
    constexpr std::string_view scheme = "ptn:/";
    if (is_e164(contact)) return contact;
    if (contact.starts_with(scheme)) {
        const std::string digits = contact.substr(scheme.size());
        if (digits.size() == 10 && is_e164("+1" + digits)) return "+1" + digits;
    }
    throw Refusal(code::bad_argument, "The contact '" + contact + "' is neither '+' and a number nor '" +
                                          std::string(scheme) + "' and ten digits.");
}

}  // namespace mock_host::zipwhip
