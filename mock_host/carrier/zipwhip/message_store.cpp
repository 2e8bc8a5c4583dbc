#include "carrier/zipwhip/message_store.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "carrier/state_json.hpp"

namespace mock_host::zipwhip {

namespace {

std::int64_t first_id() {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return static_cast<std::int64_t>(now.time_since_epoch().count()) << 20;  // about 1.8e18
}

using nlohmann::json;

const std::string next_id_key = "next";

std::string name_of(const Message& message) {
    return std::to_string(message.id);
}

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
    : kept_ids_(file, "zipwhip_id"),
      next_id_(first_id()),
      messages_(file, "zipwhip_message", {name_of, kept_form}) {
    messages_.each_kept([this](const std::string& id, const json& kept) {
        const Message message = message_from(id, kept);
        messages_.restore(message.id, message);
    });
    kept_ids_.each([this](const std::string&, const json& kept) {
        next_id_ = std::max(next_id_, kept.get<std::int64_t>());
    });
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
    kept_ids_.put(next_id_key, [this] { return json(next_id_); });
    messages_.put(message.id, message);
    return message;
}

std::optional<Message> MessageStore::change(std::int64_t id,
                                            const std::function<bool(const Message&)>& may_change,
                                            const std::function<void(Message&)>& change) {
    const std::lock_guard lock(mutex_);
    return messages_.change(id, may_change, change);
}

std::optional<Message> MessageStore::mark_delivered(std::int64_t id, Moment when) {
    const auto is_under_way = [](const Message& message) { return !message.delivered; };
    return change(id, is_under_way, [when](Message& message) { message.delivered = when; });
}

std::optional<Message> MessageStore::mark_failed(std::int64_t id) {
    const auto is_any = [](const Message&) { return true; };
    return change(id, is_any, [](Message& message) { message.failed = true; });
}

std::optional<Message> MessageStore::mark_read(const std::string& line, std::int64_t id, Moment when) {
    const auto is_new = [&line](const Message& message) { return message.line == line && !message.read; };
    return change(id, is_new, [when](Message& message) { message.read = when; });
}

std::optional<Message> MessageStore::remove(const std::string& line, std::int64_t id, Moment when) {
    const std::lock_guard lock(mutex_);
    auto removed = messages_.remove(id, [&line](const Message& message) { return message.line == line; });
    if (removed) removed->deleted = when;
    return removed;
}

std::vector<Message> MessageStore::remove_with(const std::string& line, const std::string& number,
                                               Moment when) {
    const std::lock_guard lock(mutex_);
    auto removed = messages_.remove_all(
        [&](const Message& message) { return message.line == line && message.number == number; });
    for (Message& message : removed)
        message.deleted = when;
    return removed;
}

std::optional<Message> MessageStore::find(const std::string& line, std::int64_t id) const {
    const std::lock_guard lock(mutex_);
    auto message = messages_.find(id);
    if (message && message->line != line) return std::nullopt;
    return message;
}

Page<Message> MessageStore::messages(const std::string& line, Range range, Moment made_by) const {
    const std::lock_guard lock(mutex_);
    return page_of<Message>(
        messages_.all().rbegin(), messages_.all().rend(), range,
        [&](const Message& message) { return message.line == line && message.created <= made_by; });
}

Page<Message> MessageStore::messages_with(const std::string& line, const std::string& number,
                                          Range range) const {
    const std::lock_guard lock(mutex_);
    return page_of<Message>(
        messages_.all().rbegin(), messages_.all().rend(), range,
        [&](const Message& message) { return message.line == line && message.number == number; });
}

Page<Conversation> MessageStore::conversations(const std::string& line, Range range) const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, std::size_t> place_by_number;
    std::vector<Conversation> all;
    for (auto entry = messages_.all().rbegin(); entry != messages_.all().rend(); ++entry) {
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
