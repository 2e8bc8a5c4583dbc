#include <Poco/NumberParser.h>

#include <nlohmann/json.hpp>

#include "carrier/phone_number.hpp"
#include "carrier/text_encoding.hpp"
#include "carrier/text_log.hpp"
#include "carrier/twilio/error.hpp"
#include "carrier/twilio/magic_numbers.hpp"
#include "carrier/twilio/message_json.hpp"
#include "carrier/segments.hpp"
#include "carrier/twilio/twilio_api.hpp"
#include "carrier/web_address.hpp"

namespace mock_host::twilio {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t max_characters = 1600;
constexpr std::size_t max_media = 10;

/// The value of a parameter; empty if it is missing.
std::string text_of(const ApiRequest& request, const char* name) {
    const std::string value = request.parameter(name).value_or("");
    if (!is_utf8(value)) {
        throw Refusal(code::invalid_parameter, "The parameter '" + std::string(name) + "' is not UTF-8.");
    }
    return value;
}

std::string body_of(const ApiRequest& request, std::size_t media) {
    std::string body = text_of(request, "Body");
    if (body.empty() && media == 0) throw Refusal(code::body_missing, "Message body is required.");
    if (to_characters(body).size() > max_characters) {
        throw Refusal(code::body_too_long, "The concatenated message body exceeds the 1600 character limit.");
    }
    return body;
}

std::size_t media_of(const ApiRequest& request) {
    const std::size_t media = request.all_parameters("MediaUrl").size();
    if (media > max_media) throw Refusal(code::too_many_media, "There are more than 10 'MediaUrl'.");
    return media;
}

std::string callback_of(const ApiRequest& request) {
    std::string url = text_of(request, "StatusCallback");
    if (!url.empty() && !is_web_address(url)) {
        throw Refusal(code::invalid_status_callback, "The 'StatusCallback' URL is not a valid URL.");
    }
    return url;
}

/// How many seconds a text may wait at most is checked only: here none waits.
void check_validity_period(const ApiRequest& request) {
    const auto text = request.parameter("ValidityPeriod");
    unsigned seconds = 0;
    if (!text || (is_all_digits(*text) && Poco::NumberParser::tryParseUnsigned(*text, seconds) &&
                  seconds >= 1 && seconds <= 36'000)) {
        return;
    }
    throw Refusal(code::invalid_validity_period,
                  "The 'ValidityPeriod' must be a whole number of seconds from 1 to 36000.");
}

}  // namespace

ApiAnswer TwilioApi::create(const ApiRequest& request, const std::string& account_sid) {
    Message message;
    message.account_sid = account_sid;
    message.service_sid = text_of(request, "MessagingServiceSid");
    message.media = media_of(request);
    message.body = body_of(request, message.media);
    message.segments = segments_of(message.body);
    message.status_callback = callback_of(request);
    check_validity_period(request);
    message.sender = sender_of(request, account_sid, message.service_sid);
    message.to = recipient_of(request, message.sender);
    // With a messaging service, who sends is not said before the text has left.
    if (message.service_sid.empty()) message.from = message.sender;
    message.send_at = send_time_of(request, message.service_sid);
    message.status = message.send_at               ? Status::scheduled
                     : message.service_sid.empty() ? Status::queued
                                                   : Status::accepted;
    message.created = message.updated = clock_.now();
    message = messages_.add(message);
    texts_.add({name(), message.sid, false, message.sender, message.to, message.body,
                steps_of_request(request, message.created, message.send_at ? "scheduled" : "accepted")});
    if (!message.send_at) send(message, message.created);
    ApiAnswer answer;
    answer.message_ids = {message.sid};
    answer.status = 201;
    answer.body = json_of(message).dump();
    return answer;
}

// A service texts from its first number: which of several Twilio chooses is not known here.
std::string TwilioApi::sender_of(const ApiRequest& request, const std::string& account_sid,
                                 const std::string& service_sid) {
    std::string sender = text_of(request, "From");
    if (service_sid.empty()) {
        if (sender.empty()) throw Refusal(code::from_missing, "A 'From' phone number is required.");
    } else {
        const auto numbers = accounts_.numbers_of_service(account_sid, service_sid);
        if (!numbers)
            throw Refusal(code::unknown_service, "The Messaging Service " + service_sid + " does not exist.");
        if (numbers->empty()) {
            throw Refusal(code::service_has_no_number, "The Messaging Service " + service_sid +
                                                           " does not have a phone number available.");
        }
        if (sender.empty()) sender = numbers->front();
    }
    if (sender == magic_sender) return sender;
    if (const int magic = error_of_sender(sender)) {
        throw Refusal(magic, "The 'From' number " + sender + " cannot send.");
    }
    if (!is_e164(sender)) {
        throw Refusal(code::invalid_from, "The 'From' number " + sender + " is not a valid phone number.");
    }
    if (!accounts_.may_text_from(account_sid, sender)) {
        throw Refusal(code::from_not_ours, "The 'From' phone number provided (" + sender +
                                               ") is not a valid message-capable Twilio phone number.");
    }
    return sender;
}

std::string TwilioApi::recipient_of(const ApiRequest& request, const std::string& sender) const {
    std::string to = text_of(request, "To");
    if (to.empty()) throw Refusal(code::to_missing, "A 'To' phone number is required.");
    if (const int magic = error_of_recipient(to)) {
        throw Refusal(magic, "The 'To' number " + to + " cannot be texted.");
    }
    if (!is_e164(to)) {
        throw Refusal(code::invalid_to, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (to == sender) throw Refusal(code::to_is_from, "'To' and 'From' number cannot be the same: " + to);
    // A landline of the United States is mostly found out too late: the text is taken, and fails (30006).
    if (handsets_.is_refused_at_once(to)) {
        throw Refusal(code::not_mobile, "The 'To' number " + to + " is not a valid mobile number.");
    }
    if (handsets_.has_stopped(to, sender)) {
        throw Refusal(code::opted_out, "Attempt to send to unsubscribed recipient");
    }
    return to;
}

std::optional<Moment> TwilioApi::send_time_of(const ApiRequest& request,
                                              const std::string& service_sid) const {
    const std::string type = text_of(request, "ScheduleType");
    const std::string send_at = text_of(request, "SendAt");
    if (type.empty() && send_at.empty()) return std::nullopt;
    if (service_sid.empty()) {
        throw Refusal(code::service_missing, "MessagingServiceSid is required to schedule a message");
    }
    const auto when = from_iso_utc(send_at);
    const auto now = clock_.now();
    if (type != "fixed" || !when || *when < now + 300s || *when > now + 24h * 35) {
        throw Refusal(code::invalid_send_time,
                      "A message is scheduled with ScheduleType=fixed and SendAt from 300 seconds to 35 days "
                      "ahead, as 2026-03-02T15:00:00Z.");
    }
    return when;
}

void TwilioApi::send(const Message& message, Moment when) {
    const auto sent = messages_.mark_sent(message.sid, when);
    if (!sent) return;  // the simulator has been reset in between
    texts_.step(message.sid, {"sent", when});
    webhooks_.post_status(*sent);
    switch (handsets_.receive(message.to, {message.sender, message.body, message.sid, when})) {
        case Reception::delivered:
            mark_ended(message.sid, std::nullopt, when);
            break;
        case Reception::waiting:
            texts_.step(message.sid, {"waiting", when});
            break;
        case Reception::failed:
            mark_ended(message.sid, handsets_.failure_of(message.to).value_or(30008), when);
            break;
    }
}

// Each leaves at its own time, also when the clock has gone on by more at once.
void TwilioApi::time_passed() {
    const std::lock_guard lock(time_mutex_);
    for (const Message& due : messages_.take_due(clock_.now())) {
        if (!handsets_.has_stopped(due.to, due.sender)) {
            send(due, *due.send_at);
        } else if (const auto failed = messages_.mark_failed(due.sid, code::opted_out, *due.send_at)) {
            texts_.step(due.sid, {"failed", *due.send_at, code::opted_out});
            webhooks_.post_status(*failed);
        }
    }
}

}  // namespace mock_host::twilio
