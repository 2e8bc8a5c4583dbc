#include "carrier/zipwhip/message_store.hpp"

#include <algorithm>
#include <chrono>

namespace mock_host::zipwhip {

namespace {

std::int64_t first_id() {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return static_cast<std::int64_t>(now.time_since_epoch().count()) << 20;  // about 1.8e18
}

/// The items of `all` that `is_wanted`, newest first, cut to `range`.
template <typename IsWanted>
Page<Message> page_of(const std::map<std::int64_t, Message>& all, Range range, IsWanted is_wanted) {
    Page<Message> page;
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if (!is_wanted(it->second)) continue;
        if (page.total >= range.start && page.items.size() < range.limit) page.items.push_back(it->second);
        ++page.total;
    }
    return page;
}

}  // namespace

MessageStore::MessageStore() : next_id_(first_id()) {}

Message MessageStore::add(const std::string& line, const std::string& number, bool inbound,
                          const std::string& body, Moment when) {
    const std::lock_guard lock(mutex_);
    Message message;
    message.id = next_id_++;
    message.line = line;
    message.number = number;
    message.inbound = inbound;
    message.body = body;
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

bool MessageStore::mark_read(const std::string& line, std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.line != line) return false;
    if (!found->second.read) found->second.read = when;
    return true;
}

Page<Message> MessageStore::messages(const std::string& line, Range range) const {
    const std::lock_guard lock(mutex_);
    return page_of(messages_, range, [&](const Message& message) { return message.line == line; });
}

Page<Message> MessageStore::messages_with(const std::string& line, const std::string& number,
                                          Range range) const {
    const std::lock_guard lock(mutex_);
    return page_of(messages_, range,
                   [&](const Message& message) { return message.line == line && message.number == number; });
}

Page<Conversation> MessageStore::conversations(const std::string& line, Range range) const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, std::size_t> place_by_number;
    std::vector<Conversation> all;
    for (auto it = messages_.rbegin(); it != messages_.rend(); ++it) {
        const Message& message = it->second;
        if (message.line != line) continue;
        const auto [place, is_new] = place_by_number.try_emplace(message.number, all.size());
        if (is_new) all.push_back({message, 0, 0});
        Conversation& conversation = all[place->second];
        ++conversation.messages;
        if (message.inbound && !message.read) ++conversation.unread;
    }
    Page<Conversation> page;
    page.total = all.size();
    for (std::size_t i = range.start; i < all.size() && page.items.size() < range.limit; ++i) {
        page.items.push_back(all[i]);
    }
    return page;
}

void MessageStore::clear() {
    const std::lock_guard lock(mutex_);
    messages_.clear();
}

}  // namespace mock_host::zipwhip
