#include <nlohmann/json.hpp>

#include "carrier/phone_number.hpp"
#include "carrier/telnyx/error.hpp"
#include "carrier/telnyx/message_json.hpp"
#include "carrier/telnyx/telnyx_api.hpp"
#include "carrier/text_log.hpp"

namespace mock_host::telnyx {

ApiAnswer TelnyxApi::create(const ApiRequest& request) {
    const Moment now = clock_.now();
    MessageRequest wanted = message_request_from(request.body, now);
    const CarrierAccount profile = sender_of(wanted, request.bearer_token);
    check_recipient(wanted, profile.username);
    Message message;
    message.profile_id = profile.username;
    message.from = wanted.from;
    message.to = wanted.to;
    message.text = wanted.text;
    message.media = wanted.media;
    message.is_gsm = wanted.is_gsm;
    message.parts = wanted.parts;
    message.status = wanted.send_at ? Status::scheduled : Status::queued;
    message.received = now;
    message.send_at = wanted.send_at;
    message.webhook_url = wanted.webhook_url;
    message.failover_url = wanted.failover_url;
    if (message.webhook_url.empty() && wanted.uses_profile_webhooks) {
        message.webhook_url = profile.sms_url;
        message.failover_url = profile.failover_url;
    }
    message = messages_.add(message);
    texts_.add({name(), message.id, false, message.from, message.to, message.text,
                steps_of_request(request, now, message.send_at ? "scheduled" : "accepted")});
    if (!message.send_at) send(message, now);
    ApiAnswer answer;
    answer.message_ids = {message.id};
    answer.body = nlohmann::json{{"data", json_of(message)}}.dump();
    return answer;
}

// A profile texts from its first number: which of several Telnyx chooses is not known here.
CarrierAccount TelnyxApi::sender_of(MessageRequest& request, const std::string& api_key) {
    const Refusal not_ours(code::from_not_ours,
                           "The 'from' address should be string containing a valid number associated with "
                           "the sending messaging profile.");
    if (request.from.empty()) {
        if (request.profile_id.empty())
            throw Refusal(code::parameter_missing, "The required parameter 'from' was missing.");
        const auto profile = accounts_.profile_of(api_key, request.profile_id);
        if (!profile || profile->numbers.empty()) throw not_ours;
        request.from = profile->numbers.front();
        return *profile;
    }
    const auto profile =
        is_e164(request.from) ? accounts_.profile_to_text_from(api_key, request.from) : std::nullopt;
    if (!profile || (!request.profile_id.empty() && request.profile_id != profile->username)) throw not_ours;
    return *profile;
}

void TelnyxApi::check_recipient(const MessageRequest& request, const std::string& profile_id) const {
    if (request.to == request.from)
        throw Refusal(code::invalid_to, "The 'to' address cannot be the 'from' address.");
    // A landline is mostly found out too late: the text is taken, and fails.
    if (handsets_.is_refused_at_once(request.to))
        throw Refusal(code::not_routable, "The destination number is a landline or not routable.");
    if (opt_outs_.has(profile_id, request.to)) {
        throw Refusal(code::opted_out, "Messages cannot be sent from '" + request.from + "' to '" +
                                           request.to + "' due to an existing block rule.");
    }
}

void TelnyxApi::send(const Message& message, Moment when) {
    const auto sent = messages_.mark_sent(message.id, when);
    if (!sent) return;  // the simulator has been reset in between
    texts_.step(message.id, {"sent", when});
    webhooks_.post_event("message.sent", *sent);
    const HandsetText text{message.from, message.text, message.id, when, message.media.size()};
    switch (handsets_.receive(message.to, text)) {
        case Reception::delivered:
            mark_ended(message.id, std::nullopt, when);
            break;
        case Reception::waiting:
            texts_.step(message.id, {"waiting", when});
            break;
        case Reception::failed:
            text_ended(text, handsets_.failure_of(message.to).value_or(code::rejected));
            break;
    }
}

// Each leaves at its own time, also when the clock has gone on by more at once.
void TelnyxApi::time_passed() {
    const std::lock_guard lock(time_mutex_);
    for (const Message& due : messages_.take_due(clock_.now())) {
        if (!opt_outs_.has(due.profile_id, due.to)) {
            send(due, *due.send_at);
        } else if (const auto failed = messages_.mark_failed(due.id, code::opted_out, *due.send_at)) {
            texts_.step(due.id, {"failed", *due.send_at, code::opted_out});
            webhooks_.post_event("message.finalized", *failed);
        }
    }
}

}  // namespace mock_host::telnyx
