#include "carrier/zipwhip/message_store.hpp"

#include <chrono>

namespace mock_host::zipwhip {

namespace {

std::int64_t first_id() {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return static_cast<std::int64_t>(now.time_since_epoch().count()) << 20;  // about 1.8e18
}

}  // namespace

MessageStore::MessageStore() : next_id_(first_id()) {}

Message MessageStore::add(const std::string& line, const std::string& number, bool inbound,
                          const std::string& body, Moment when, bool has_attachment) {
    const std::lock_guard lock(mutex_);
    Message message;
    message.id = next_id_++;
    message.line = line;
    message.number = number;
    message.inbound = inbound;
    message.body = body;
    message.has_attachment = has_attachment;
    message.created = when;
    if (inbound) message.delivered = when;
    messages_.emplace(message.id, message);
    return message;
}

std::optional<Message> MessageStore::mark_delivered(std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.delivered) return std::nullopt;
    found->second.delivered = when;
    return found->second;
}

std::optional<Message> MessageStore::mark_failed(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end()) return std::nullopt;
    found->second.failed = true;
    return found->second;
}

std::optional<Message> MessageStore::mark_read(const std::string& line, std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.line != line || found->second.read) return std::nullopt;
    found->second.read = when;
    return found->second;
}

std::optional<Message> MessageStore::remove(const std::string& line, std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.line != line) return std::nullopt;
    Message message = found->second;
    message.deleted = when;
    messages_.erase(found);
    return message;
}

std::vector<Message> MessageStore::remove_with(const std::string& line, const std::string& number,
                                               Moment when) {
    const std::lock_guard lock(mutex_);
    std::vector<Message> removed;
    std::erase_if(messages_, [&](const auto& entry) {
        const Message& message = entry.second;
        if (message.line != line || message.number != number) return false;
        removed.push_back(message);
        removed.back().deleted = when;
        return true;
    });
    return removed;
}

std::optional<Message> MessageStore::find(const std::string& line, std::int64_t id) const {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.line != line) return std::nullopt;
    return found->second;
}

Page<Message> MessageStore::messages(const std::string& line, Range range, Moment made_by) const {
    const std::lock_guard lock(mutex_);
    return page_of<Message>(messages_.rbegin(), messages_.rend(), range, [&](const Message& message) {
        return message.line == line && message.created <= made_by;
    });
}

Page<Message> MessageStore::messages_with(const std::string& line, const std::string& number,
                                          Range range) const {
    const std::lock_guard lock(mutex_);
    return page_of<Message>(messages_.rbegin(), messages_.rend(), range, [&](const Message& message) {
        return message.line == line && message.number == number;
    });
}

Page<Conversation> MessageStore::conversations(const std::string& line, Range range) const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, std::size_t> place_by_number;
    std::vector<Conversation> all;
    for (auto entry = messages_.rbegin(); entry != messages_.rend(); ++entry) {
        const Message& message = entry->second;
        if (message.line != line) continue;
        const auto [place, is_new] = place_by_number.try_emplace(message.number, all.size());
        if (is_new) all.push_back({message, message.created, 0, 0});
        Conversation& conversation = all[place->second];
        conversation.begun = message.created;
        ++conversation.messages;
        if (message.inbound && !message.read) ++conversation.unread;
    }
    return page_of<Conversation>(all.begin(), all.end(), range, [](const Conversation&) { return true; });
}

void MessageStore::clear() {
    const std::lock_guard lock(mutex_);
    messages_.clear();
}

}  // namespace mock_host::zipwhip
