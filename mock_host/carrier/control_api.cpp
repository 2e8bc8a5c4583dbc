#include "carrier/control_api.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "carrier/account_json.hpp"
#include "carrier/control_json.hpp"
#include "carrier/phone_number.hpp"
#include "carrier/simulation.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host {

namespace {

using nlohmann::json;

const std::string root = "/_simulator/";
constexpr std::int64_t max_ahead_ms = std::int64_t{10} * 366 * 24 * 3600 * 1000;  // ten years

/// A request that cannot be carried out, with the HTTP status that says so.
class ControlError : public std::runtime_error {
  public:
    ControlError(int status, const std::string& message) : std::runtime_error(message), status_(status) {}
    int status() const { return status_; }

  private:
    int status_;
};

ApiAnswer answer_with(const json& value, int status = 200) {
    ApiAnswer answer;
    answer.status = status;
    // Parameters in the request log are as the client sent them, UTF-8 or not.
    answer.body = value.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
    return answer;
}

template <typename Item>
json list_of(const std::vector<Item>& items) {
    json list = json::array();
    for (const Item& item : items)
        list.push_back(json_of(item));
    return list;
}

json body_of(const ApiRequest& request) {
    try {
        return staffing::json_from(request.body, "the request's body");
    } catch (const staffing::JsonError& error) {
        throw ControlError(400, error.what());
    }
}

json object_of(const ApiRequest& request) {
    json body = body_of(request);
    if (!body.is_object()) throw ControlError(400, "the request's body is not a JSON object");
    return body;
}

std::string text_in(const json& object, const char* key) {
    if (!object.contains(key) || !object[key].is_string() || object[key].get<std::string>().empty()) {
        throw ControlError(400, "\"" + std::string(key) + "\" is missing, empty or not a string");
    }
    return object[key].get<std::string>();
}

std::optional<bool> bool_in(const json& object, const char* key) {
    if (!object.contains(key)) return std::nullopt;
    if (!object[key].is_boolean())
        throw ControlError(400, "\"" + std::string(key) + "\" must be true or false");
    return object[key].get<bool>();
}

std::optional<std::int64_t> whole_number_in(const json& object, const char* key, std::int64_t least,
                                            std::int64_t most) {
    if (!object.contains(key)) return std::nullopt;
    if (!object[key].is_number_integer() || object[key] < least || object[key] > most)
        throw ControlError(400, "\"" + std::string(key) + "\" must be a whole number from " +
                                    std::to_string(least) + " to " + std::to_string(most));
    return object[key].get<std::int64_t>();
}

std::optional<int> code_in(const json& object, const char* key) {
    const auto code = whole_number_in(object, key, 0, 100'000);
    return code ? std::optional(static_cast<int>(*code)) : std::nullopt;
}

void expect_method(const ApiRequest& request, const std::vector<std::string>& methods) {
    if (std::find(methods.begin(), methods.end(), request.method) != methods.end()) return;
    std::string names = methods.front();
    for (std::size_t i = 1; i < methods.size(); ++i)
        names += (i + 1 == methods.size() ? " and " : ", ") + methods[i];
    throw ControlError(405, "only " + names + (methods.size() == 1 ? " is" : " are") + " allowed here");
}

/// What stands for {number} in a path; empty when the pattern has none, nothing when the path is another.
std::optional<std::string> number_in(const std::string& path, const std::string& pattern) {
    const std::string place = "{number}";
    const std::size_t at = pattern.find(place);
    if (at == std::string::npos) return path == pattern ? std::optional<std::string>("") : std::nullopt;
    const std::string before = pattern.substr(0, at);
    const std::string after = pattern.substr(at + place.size());
    if (path.size() < before.size() + after.size() || !path.starts_with(before) || !path.ends_with(after))
        return std::nullopt;
    const std::string number = path.substr(before.size(), path.size() - before.size() - after.size());
    return number.find('/') == std::string::npos ? std::optional(number) : std::nullopt;
}

void expect_e164(const std::string& number) {
    if (!is_e164(number))
        throw ControlError(400, "\"" + number + "\" is not a number in E.164 form (+12065550100)");
}

}  // namespace

bool ControlApi::serves(const std::string& path) {
    return path.starts_with(root);
}

/// What is answered at one address. {number} in its path stands for a handset's.
struct ControlApi::Route {
    const char* path;
    std::vector<std::string> methods;
    std::function<ApiAnswer(ControlApi&, const ApiRequest&, const std::string& number)> answer;
};

const std::vector<ControlApi::Route>& ControlApi::routes() {
    using Request = ApiRequest;
    using Number = std::string;
    static const std::vector<Route> all = {
        {"handsets",
         {"GET"},
         [](ControlApi& self, const Request&, const Number&) {
             return answer_with(list_of(self.simulation_.handsets.all()));
         }},
        {"handsets/{number}",
         {"GET", "POST"},
         [](ControlApi& self, const Request& request, const Number& number) {
             return self.answer_handset(request, number);
         }},
        {"handsets/{number}/reply",
         {"POST"},
         [](ControlApi& self, const Request& request, const Number& number) {
             return self.answer_reply(request, number);
         }},
        {"faults",
         {"GET", "PUT"},
         [](ControlApi& self, const Request& request, const Number&) { return self.answer_faults(request); }},
        {"clock",
         {"GET", "PUT"},
         [](ControlApi& self, const Request& request, const Number&) { return self.answer_clock(request); }},
        {"accounts",
         {"GET", "POST", "DELETE"},
         [](ControlApi& self, const Request& request, const Number&) {
             return self.answer_accounts(request);
         }},
        {"sessions",
         {"DELETE"},
         [](ControlApi& self, const Request&, const Number&) {
             for (const auto& carrier : self.simulation_.carriers)
                 carrier->end_sessions();
             return answer_with(json::object());
         }},
        {"texts",
         {"GET"},
         [](ControlApi& self, const Request&, const Number&) {
             return answer_with(list_of(self.simulation_.texts.all()));
         }},
        {"requests",
         {"GET"},
         [](ControlApi& self, const Request&, const Number&) {
             return answer_with(list_of(self.simulation_.requests.all()));
         }},
        {"callbacks",
         {"GET"},
         [](ControlApi& self, const Request&, const Number&) {
             return answer_with(list_of(self.simulation_.callbacks.posted()));
         }},
        {"changes",
         {"GET"},
         [](ControlApi& self, const Request&, const Number&) { return self.answer_changes(); }},
        {"reset",
         {"POST"},
         [](ControlApi& self, const Request&, const Number&) {
             self.simulation_.reset();
             return answer_with(json::object());
         }},
    };
    return all;
}

std::vector<ControlAddress> ControlApi::addresses() {
    std::vector<ControlAddress> all;
    for (const Route& route : routes())
        for (const std::string& method : route.methods)
            all.push_back({method, root + route.path});
    return all;
}

ApiAnswer ControlApi::answer(const ApiRequest& request) {
    const std::string what = request.path.substr(root.size());
    try {
        for (const Route& route : routes()) {
            const std::optional<std::string> number = number_in(what, route.path);
            if (!number) continue;
            expect_method(request, route.methods);
            return route.answer(*this, request, *number);
        }
        throw ControlError(404, "there is nothing at " + request.path);
    } catch (const ControlError& e) {
        return answer_with({{"error", e.what()}}, e.status());
    } catch (const std::invalid_argument& e) {
        return answer_with({{"error", e.what()}}, 400);
    }
}

ApiAnswer ControlApi::answer_changes() {
    return answer_with({{"handsets", simulation_.handsets.changes()},
                        {"requests", simulation_.requests.changes()},
                        {"callbacks", simulation_.callbacks.changes()}});
}

ApiAnswer ControlApi::answer_handset(const ApiRequest& request, const std::string& number) {
    expect_e164(number);
    if (request.method == "POST") {
        const json change = object_of(request);
        const EndedTexts ended =
            simulation_.handsets.set(number,
                                     {bool_in(change, "on"), bool_in(change, "landline"),
                                      bool_in(change, "refused_at_once"), code_in(change, "failure")},
                                     simulation_.clock.now());
        for (const HandsetText& text : ended.texts) {
            for (const auto& carrier : simulation_.carriers)
                carrier->text_ended(text, ended.failure);
        }
    }
    const auto handset = simulation_.handsets.find(number);
    if (!handset) throw ControlError(404, "no handset " + number + " has been texted, set or heard of");
    return answer_with(json_of(*handset));
}

ApiAnswer ControlApi::answer_reply(const ApiRequest& request, const std::string& number) {
    expect_e164(number);
    const json order = object_of(request);
    const auto pictures = whole_number_in(order, "pictures", 0, 10).value_or(0);
    const bool has_words = pictures == 0 || order.contains("body");
    HandsetText reply{text_in(order, "to"),
                      has_words ? text_in(order, "body") : std::string(),
                      {},
                      simulation_.clock.now(),
                      static_cast<std::size_t>(pictures)};
    expect_e164(reply.line);
    Carrier* carrier = simulation_.carrier_of_line(reply.line);
    if (carrier == nullptr) throw ControlError(404, "no carrier here has the line " + reply.line);
    const auto handset = simulation_.handsets.find(number);
    if (handset && handset->landline) throw ControlError(409, number + " is a landline and cannot text");
    if (handset && !handset->on) throw ControlError(409, number + " is switched off");
    reply.message_id = carrier->take_reply(number, reply);
    simulation_.handsets.reply(number, reply);
    return answer_with({{"message_id", reply.message_id}});
}

ApiAnswer ControlApi::answer_faults(const ApiRequest& request) {
    if (request.method == "PUT") {
        simulation_.faults.replace(body_of(request));
    }
    return answer_with(simulation_.faults.to_json());
}

ApiAnswer ControlApi::answer_clock(const ApiRequest& request) {
    if (request.method == "PUT") {
        const json order = object_of(request);
        const auto ahead = whole_number_in(order, "ahead_milliseconds", -max_ahead_ms, max_ahead_ms);
        if (!order.contains("now") && !ahead) throw ControlError(400, "\"now\" is missing");
        if (ahead) simulation_.clock.set_ahead(std::chrono::milliseconds(*ahead));
        if (order.contains("now")) {
            std::optional<Moment> moment;
            if (!order["now"].is_null()) {
                moment = from_iso_utc(text_in(order, "now"));
                if (!moment) throw ControlError(400, "\"now\" is not a time such as 2026-03-02T15:00:00Z");
            }
            simulation_.clock.fix(moment);
        }
        simulation_.time_passed();
    }
    return answer_with({{"now", to_iso_utc(simulation_.clock.now())},
                        {"fixed", simulation_.clock.is_fixed()},
                        {"ahead_milliseconds", simulation_.clock.ahead().count()}});
}

ApiAnswer ControlApi::answer_accounts(const ApiRequest& request) {
    if (request.method == "GET") {
        json list = json::array();
        for (const auto& carrier : simulation_.carriers) {
            for (const CarrierAccount& account : carrier->accounts())
                list.push_back(json_of(account));
        }
        return answer_with(list);
    }
    const json order = object_of(request);
    if (request.method == "DELETE")
        return remove_account(text_in(order, "carrier"), text_in(order, "username"));
    const CarrierAccount account = account_from(order);
    carrier_of(account.carrier).add_account(account);
    return answer_with({{"carrier", account.carrier}, {"username", account.username}});
}

ApiAnswer ControlApi::remove_account(const std::string& carrier, const std::string& username) {
    if (!carrier_of(carrier).remove_account(username))
        throw ControlError(404, carrier + " has been given no account " + username);
    return answer_with(json::object());
}

Carrier& ControlApi::carrier_of(const std::string& name) {
    Carrier* const carrier = simulation_.carrier_of_name(name);
    if (carrier == nullptr) throw ControlError(400, "\"" + name + "\" is not a carrier here");
    return *carrier;
}

}  // namespace mock_host
