#include "carrier/telnyx/message_store.hpp"

#include "carrier/state_json.hpp"
#include "carrier/telnyx/id.hpp"

namespace mock_host::telnyx {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

bool is_outbound(const Message& message) {
    return !message.inbound;
}

std::string name_of(const Message& message) {
    return message.id;
}

json kept_form(const Message& message) {
    return {{"profile_id", message.profile_id},
            {"from", message.from},
            {"to", message.to},
            {"text", message.text},
            {"inbound", message.inbound},
            {"status", static_cast<int>(message.status)},
            {"is_gsm", message.is_gsm},
            {"parts", message.parts},
            {"media", message.media},
            {"error_code", message.error_code.value_or(0)},
            {"webhook_url", message.webhook_url},
            {"failover_url", message.failover_url},
            {"autoresponse", message.autoresponse},
            {"received", kept_moment(message.received)},
            {"send_at", kept_moment(message.send_at)},
            {"sent", kept_moment(message.sent)},
            {"completed", kept_moment(message.completed)}};
}

Message message_from(const std::string& id, const json& kept) {
    Message message;
    message.id = id;
    kept.at("profile_id").get_to(message.profile_id);
    kept.at("from").get_to(message.from);
    kept.at("to").get_to(message.to);
    kept.at("text").get_to(message.text);
    kept.at("inbound").get_to(message.inbound);
    message.status = static_cast<Status>(kept.at("status").get<int>());
    kept.at("is_gsm").get_to(message.is_gsm);
    kept.at("parts").get_to(message.parts);
    kept.at("media").get_to(message.media);
    if (kept.at("error_code") != 0) message.error_code = kept.at("error_code").get<int>();
    kept.at("webhook_url").get_to(message.webhook_url);
    kept.at("failover_url").get_to(message.failover_url);
    kept.at("autoresponse").get_to(message.autoresponse);
    message.received = moment_from(kept.at("received"));
    message.send_at = optional_moment_from(kept.at("send_at"));
    message.sent = optional_moment_from(kept.at("sent"));
    message.completed = optional_moment_from(kept.at("completed"));
    return message;
}

}  // namespace

MessageStore::MessageStore(StateFile* file) : messages_(file, "telnyx_message", {name_of, kept_form}) {
    messages_.each_kept(
        [this](const std::string& id, const json& kept) { messages_.restore(id, message_from(id, kept)); });
}

Message MessageStore::add(Message message) {
    message.id = new_id();
    const std::lock_guard lock(mutex_);
    messages_.put(message.id, message);
    return message;
}

std::vector<Message> MessageStore::take_due(Moment now) {
    const std::lock_guard lock(mutex_);
    return messages_.take_due(now, Status::scheduled, Status::queued);
}

std::optional<Message> MessageStore::change(const std::string& id,
                                            const std::function<bool(const Message&)>& may_change,
                                            const std::function<void(Message&)>& change) {
    const std::lock_guard lock(mutex_);
    return messages_.change(id, may_change, change);
}

std::optional<Message> MessageStore::mark_sent(const std::string& id, Moment when) {
    return change(id, is_outbound, [when](Message& message) {
        message.status = Status::sent;
        message.sent = when;
    });
}

std::optional<Message> MessageStore::mark_failed(const std::string& id, int error_code, Moment when) {
    return change(id, is_outbound, [=](Message& message) {
        message.status = Status::sending_failed;
        message.error_code = error_code;
        message.completed = when;
    });
}

std::optional<Message> MessageStore::mark_ended(const std::string& id, std::optional<int> error_code,
                                                Moment when) {
    const auto is_sent = [](const Message& message) { return message.status == Status::sent; };
    return change(id, is_sent, [=](Message& message) {
        message.status = error_code ? Status::delivery_failed : Status::delivered;
        message.error_code = error_code;
        message.completed = when;
    });
}

std::optional<Message> MessageStore::cancel(const std::string& id, Moment now) {
    const auto waits = [now](const Message& message) {
        return message.status == Status::scheduled && *message.send_at > now + 1min;
    };
    return change(id, waits, [](Message& message) { message.status = Status::cancelled; });
}

std::optional<Message> MessageStore::find(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    return messages_.find(id);
}

void MessageStore::clear() {
    const std::lock_guard lock(mutex_);
    messages_.clear();
}

}  // namespace mock_host::telnyx
