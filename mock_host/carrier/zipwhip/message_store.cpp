#include "carrier/zipwhip/message_store.hpp"

#include <algorithm>
#include <chrono>

#include "carrier/state_json.hpp"

namespace mock_host::zipwhip {

namespace {

std::int64_t first_id() {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return static_cast<std::int64_t>(now.time_since_epoch().count()) << 20;  // about 1.8e18
}

using nlohmann::json;

const std::string next_id_key = "next";

json kept_form(const Message& message) {
    return {{"line", message.line},
            {"number", message.number},
            {"inbound", message.inbound},
            {"body", message.body},
            {"has_attachment", message.has_attachment},
            {"created", kept_moment(message.created)},
            {"delivered", kept_moment(message.delivered)},
            {"failed", message.failed},
            {"read", kept_moment(message.read)}};
}

Message message_from(const std::string& id, const json& kept) {
    Message message;
    message.id = std::stoll(id);
    kept.at("line").get_to(message.line);
    kept.at("number").get_to(message.number);
    kept.at("inbound").get_to(message.inbound);
    kept.at("body").get_to(message.body);
    kept.at("has_attachment").get_to(message.has_attachment);
    message.created = moment_from(kept.at("created"));
    message.delivered = optional_moment_from(kept.at("delivered"));
    kept.at("failed").get_to(message.failed);
    message.read = optional_moment_from(kept.at("read"));
    return message;
}

}  // namespace

MessageStore::MessageStore(StateFile* file)
    : kept_messages_(file, "zipwhip_message"), kept_ids_(file, "zipwhip_id"), next_id_(first_id()) {
    kept_messages_.each([this](const std::string& id, const json& kept) {
        const Message message = message_from(id, kept);
        messages_.emplace(message.id, message);
    });
    kept_ids_.each([this](const std::string&, const json& kept) {
        next_id_ = std::max(next_id_, kept.get<std::int64_t>());
    });
}

void MessageStore::keep(const Message& message) const {
    kept_messages_.put(std::to_string(message.id), [&] { return kept_form(message); });
}

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
    kept_ids_.put(next_id_key, [this] { return json(next_id_); });
    keep(message);
    return message;
}

std::optional<Message> MessageStore::mark_delivered(std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.delivered) return std::nullopt;
    found->second.delivered = when;
    keep(found->second);
    return found->second;
}

std::optional<Message> MessageStore::mark_failed(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end()) return std::nullopt;
    found->second.failed = true;
    keep(found->second);
    return found->second;
}

std::optional<Message> MessageStore::mark_read(const std::string& line, std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.line != line || found->second.read) return std::nullopt;
    found->second.read = when;
    keep(found->second);
    return found->second;
}

std::optional<Message> MessageStore::remove(const std::string& line, std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    const auto found = messages_.find(id);
    if (found == messages_.end() || found->second.line != line) return std::nullopt;
    Message message = found->second;
    message.deleted = when;
    messages_.erase(found);
    kept_messages_.remove(std::to_string(id));
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
        kept_messages_.remove(std::to_string(message.id));
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
    kept_messages_.remove_all();
}

}  // namespace mock_host::zipwhip
