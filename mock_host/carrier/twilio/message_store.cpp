#include "carrier/twilio/message_store.hpp"

#include <algorithm>

#include "carrier/twilio/sid.hpp"

namespace mock_host::twilio {

namespace {

bool is_outbound(const Message& message) {
    return !message.inbound;
}

}  // namespace

bool is_complete(Status status) {
    return status != Status::accepted && status != Status::queued && status != Status::scheduled;
}

MessageStore::Texts::iterator MessageStore::text_of(const std::string& sid) {
    const auto place = place_.find(sid);
    return place == place_.end() ? messages_.end() : messages_.find(place->second);
}

Message MessageStore::add(Message message) {
    message.sid = new_sid(message.media > 0 ? "MM" : "SM");
    const std::lock_guard lock(mutex_);
    message.place = place_.size();
    place_[message.sid] = message.place;
    messages_[message.place] = message;
    return message;
}

std::vector<Message> MessageStore::take_due(Moment now) {
    const std::lock_guard lock(mutex_);
    std::vector<Message> due;
    for (auto& [place, message] : messages_) {
        if (message.status != Status::scheduled || *message.send_at > now) continue;
        message.status = Status::accepted;
        due.push_back(message);
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const Message& one, const Message& other) { return *one.send_at < *other.send_at; });
    return due;
}

std::optional<Message> MessageStore::change(const std::string& sid,
                                            const std::function<bool(const Message&)>& may_change,
                                            const std::function<void(Message&)>& change) {
    const std::lock_guard lock(mutex_);
    const auto text = text_of(sid);
    if (text == messages_.end() || !may_change(text->second)) return std::nullopt;
    change(text->second);
    return text->second;
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
    const auto text = text_of(sid);
    if (text == messages_.end() || text->second.account_sid != account_sid ||
        !is_complete(text->second.status)) {
        return false;
    }
    messages_.erase(text);
    return true;
}

std::optional<Message> MessageStore::find(const std::string& account_sid, const std::string& sid) const {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return std::nullopt;
    const auto text = messages_.find(place->second);
    if (text == messages_.end() || text->second.account_sid != account_sid) return std::nullopt;
    return text->second;
}

std::vector<Message> MessageStore::matching(const std::string& account_sid,
                                            const std::function<bool(const Message&)>& is_wanted) const {
    const std::lock_guard lock(mutex_);
    std::vector<Message> found;
    for (auto it = messages_.rbegin(); it != messages_.rend(); ++it) {
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
