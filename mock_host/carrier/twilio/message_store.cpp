#include "carrier/twilio/message_store.hpp"

#include "carrier/state_json.hpp"
#include "carrier/twilio/sid.hpp"

namespace mock_host::twilio {

namespace {

bool is_outbound(const Message& message) {
    return !message.inbound;
}

using nlohmann::json;

std::string name_of(const Message& message) {
    return message.sid;
}

json kept_form(const Message& message) {
    return {{"place", message.place},
            {"account_sid", message.account_sid},
            {"service_sid", message.service_sid},
            {"from", message.from},
            {"sender", message.sender},
            {"to", message.to},
            {"body", message.body},
            {"inbound", message.inbound},
            {"status", static_cast<int>(message.status)},
            {"segments", message.segments},
            {"media", message.media},
            {"error_code", message.error_code.value_or(0)},
            {"status_callback", message.status_callback},
            {"created", kept_moment(message.created)},
            {"updated", kept_moment(message.updated)},
            {"send_at", kept_moment(message.send_at)},
            {"sent", kept_moment(message.sent)}};
}

Message message_from(const std::string& sid, const json& kept) {
    Message message;
    message.sid = sid;
    kept.at("place").get_to(message.place);
    kept.at("account_sid").get_to(message.account_sid);
    kept.at("service_sid").get_to(message.service_sid);
    kept.at("from").get_to(message.from);
    kept.at("sender").get_to(message.sender);
    kept.at("to").get_to(message.to);
    kept.at("body").get_to(message.body);
    kept.at("inbound").get_to(message.inbound);
    message.status = static_cast<Status>(kept.at("status").get<int>());
    kept.at("segments").get_to(message.segments);
    kept.at("media").get_to(message.media);
    if (kept.at("error_code") != 0) message.error_code = kept.at("error_code").get<int>();
    kept.at("status_callback").get_to(message.status_callback);
    message.created = moment_from(kept.at("created"));
    message.updated = moment_from(kept.at("updated"));
    message.send_at = optional_moment_from(kept.at("send_at"));
    message.sent = optional_moment_from(kept.at("sent"));
    return message;
}

}  // namespace

bool is_complete(Status status) {
    return status != Status::accepted && status != Status::queued && status != Status::scheduled;
}

MessageStore::MessageStore(StateFile* file) : messages_(file, "twilio_message", {name_of, kept_form}) {
    messages_.each_kept([this](const std::string& sid, const json& kept) {
        place_[sid] = kept.at("place");
        if (kept.size() > 1) messages_.restore(place_[sid], message_from(sid, kept));
    });
}

Message MessageStore::add(Message message) {
    message.sid = new_sid(message.media > 0 ? "MM" : "SM");
    const std::lock_guard lock(mutex_);
    message.place = place_.size();
    place_[message.sid] = message.place;
    messages_.put(message.place, message);
    return message;
}

std::vector<Message> MessageStore::take_due(Moment now) {
    const std::lock_guard lock(mutex_);
    return messages_.take_due(now, Status::scheduled, Status::accepted);
}

std::optional<Message> MessageStore::change(const std::string& sid,
                                            const std::function<bool(const Message&)>& may_change,
                                            const std::function<void(Message&)>& change) {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return std::nullopt;
    return messages_.change(place->second, may_change, change);
}

std::optional<Message> MessageStore::mark_sent(const std::string& sid, Moment when) {
    return change(sid, is_outbound, [when](Message& message) {
        message.status = Status::sent;
        message.from = message.sender;
        message.sent = message.updated = when;
    });
}

std::optional<Message> MessageStore::mark_failed(const std::string& sid, int error_code, Moment when) {
    return change(sid, is_outbound, [=](Message& message) {
        message.status = Status::failed;
        message.from = message.sender;
        message.error_code = error_code;
        message.updated = when;
    });
}

std::optional<Message> MessageStore::mark_ended(const std::string& sid, std::optional<int> error_code,
                                                Moment when) {
    const auto is_sent = [](const Message& message) { return message.status == Status::sent; };
    return change(sid, is_sent, [=](Message& message) {
        message.status = error_code ? Status::undelivered : Status::delivered;
        message.error_code = error_code;
        message.updated = when;
    });
}

std::optional<Message> MessageStore::cancel(const std::string& account_sid, const std::string& sid,
                                            Moment when) {
    const auto waits = [&](const Message& message) {
        return message.account_sid == account_sid && message.status == Status::scheduled;
    };
    return change(sid, waits, [when](Message& message) {
        message.status = Status::canceled;
        message.updated = when;
    });
}

std::optional<Message> MessageStore::redact(const std::string& account_sid, const std::string& sid,
                                            Moment when) {
    const auto is_ended = [&](const Message& message) {
        return message.account_sid == account_sid && is_complete(message.status);
    };
    return change(sid, is_ended, [when](Message& message) {
        message.body.clear();
        message.updated = when;
    });
}

bool MessageStore::remove(const std::string& account_sid, const std::string& sid) {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return false;
    const auto may_go = [&](const Message& message) {
        return message.account_sid == account_sid && is_complete(message.status);
    };
    // Its place is kept: lists go on from it.
    return messages_.remove_but(json{{"place", place->second}}, place->second, may_go).has_value();
}

std::optional<Message> MessageStore::find(const std::string& account_sid, const std::string& sid) const {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return std::nullopt;
    auto message = messages_.find(place->second);
    if (message && message->account_sid != account_sid) return std::nullopt;
    return message;
}

std::vector<Message> MessageStore::matching(const std::string& account_sid,
                                            const std::function<bool(const Message&)>& is_wanted) const {
    const std::lock_guard lock(mutex_);
    std::vector<Message> found;
    for (auto it = messages_.all().rbegin(); it != messages_.all().rend(); ++it) {
        if (it->second.account_sid == account_sid && is_wanted(it->second)) found.push_back(it->second);
    }
    return found;
}

std::optional<std::size_t> MessageStore::place_of(const std::string& sid) const {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return std::nullopt;
    return place->second;
}

void MessageStore::clear() {
    const std::lock_guard lock(mutex_);
    messages_.clear();
    place_.clear();
}

}  // namespace mock_host::twilio
