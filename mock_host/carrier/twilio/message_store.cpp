#include "carrier/twilio/message_store.hpp"

#include "carrier/twilio/sid.hpp"

namespace mock_host::twilio {

Message MessageStore::add(Message message) {
    message.sid = new_sid(message.media > 0 ? "MM" : "SM");
    const std::lock_guard lock(mutex_);
    place_[message.sid] = messages_.size();
    messages_.push_back(message);
    return message;
}

std::optional<Message> MessageStore::mark_sent(const std::string& sid, const std::string& line, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return std::nullopt;
    Message& message = messages_[place->second];
    message.status = Status::sent;
    message.from = line;
    message.sent = when;
    message.updated = when;
    return message;
}

std::optional<Message> MessageStore::mark_ended(const std::string& sid, std::optional<int> error_code,
                                                Moment when) {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return std::nullopt;
    Message& message = messages_[place->second];
    if (message.status != Status::sent) return std::nullopt;
    message.status = error_code ? Status::undelivered : Status::delivered;
    message.error_code = error_code;
    message.updated = when;
    return message;
}

std::optional<Message> MessageStore::cancel(const std::string& account_sid, const std::string& sid,
                                            Moment when) {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end()) return std::nullopt;
    Message& message = messages_[place->second];
    if (message.account_sid != account_sid || message.status != Status::scheduled) return std::nullopt;
    message.status = Status::canceled;
    message.updated = when;
    return message;
}

std::optional<Message> MessageStore::find(const std::string& account_sid, const std::string& sid) const {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(sid);
    if (place == place_.end() || messages_[place->second].account_sid != account_sid) return std::nullopt;
    return messages_[place->second];
}

std::vector<Message> MessageStore::matching(const std::string& account_sid,
                                            const std::function<bool(const Message&)>& is_wanted) const {
    const std::lock_guard lock(mutex_);
    std::vector<Message> found;
    for (auto it = messages_.rbegin(); it != messages_.rend(); ++it) {
        if (it->account_sid == account_sid && is_wanted(*it)) found.push_back(*it);
    }
    return found;
}

void MessageStore::clear() {
    const std::lock_guard lock(mutex_);
    messages_.clear();
    place_.clear();
}

}  // namespace mock_host::twilio
