#include "gateway/twilio/twilio_gateway.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "core/e164.hpp"
#include "gateway/json_values.hpp"
#include "gateway/no_answer.hpp"
#include "gateway/twilio/addresses.hpp"
#include "gateway/twilio/send_verdict.hpp"

namespace send_text::twilio {

using nlohmann::json;

TwilioGateway::TwilioGateway(std::unique_ptr<HttpClient> http, const std::string& account, const LineId& line,
                             const std::string& host)
    : http_(std::move(http)),
      place_{host, "/2010-04-01/Accounts/" + account + "/Messages.json", {}},
      line_(line),
      is_service_(is_sid(line.str(), "MG")),
      ask_([this](const Form& query) { return ask(query); }),
      service_numbers_(ask_, line.str()) {
    if (!is_sid(account, "AC")) {
        throw std::invalid_argument(
            "The Twilio account's SID must be AC and 32 digits or letters from a to f. Copy it from Twilio's "
            "console.");
    }
    if (!is_service_ && !is_e164(line.str())) {
        throw std::invalid_argument(
            "A Twilio account texts from a number such as +16515550100, or from a messaging service: MG and "
            "32 "
            "digits or letters from a to f.");
    }
}

void TwilioGateway::log_in() {
    if (is_logged_in_) return;
    ask({{"PageSize", "1"}});
    is_logged_in_ = true;
}

SendResult TwilioGateway::send(const E164& number, const std::string& body) {
    try {
        const char* const sender = is_service_ ? "MessagingServiceSid" : "From";
        return send_verdict(
            http_->post(place_.path, {{"To", number.str()}, {sender, line_.str()}, {"Body", body}}), body);
    } catch (const HttpError& error) {
        return send_without_answer(error);
    }
}

CarrierPage TwilioGateway::list_messages(std::int64_t start, std::int64_t limit) {
    if (start == 0 || !walk_ || !walk_->reaches(start)) walk_ = new_walk();
    try {
        return walk_->page(start, limit);
    } catch (...) {
        walk_.reset();  // a part of what was read is lost
        throw;
    }
}

void TwilioGateway::set_webhooks(const std::string&, const std::string&) {
    throw std::logic_error("Twilio's webhooks are set in its console.");
}

json TwilioGateway::ask(const Form& query) {
    try {
        const HttpAnswer answer = http_->get(place_.path, query);
        json parsed = answer.status == 200 ? parse_json(answer.body) : json();
        const json* messages = member(&parsed, "messages");
        if (messages == nullptr || !messages->is_array()) throw call_failure(answer);
        return parsed;
    } catch (const HttpError& error) {
        throw_no_answer(error);
    }
}

LineMessages TwilioGateway::new_walk() {
    return is_service_ ? LineMessages::of_service(ask_, place_, service_numbers_)
                       : LineMessages::of_number(ask_, place_, line_.str());
}

}  // namespace send_text::twilio
