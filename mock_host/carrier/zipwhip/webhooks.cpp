#include "carrier/zipwhip/webhooks.hpp"

#include <Poco/URI.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "carrier/zipwhip/message_json.hpp"

namespace mock_host::zipwhip {

using nlohmann::json;

namespace {

/// The address with the fields in its query, but for those that have no value.
std::string with_query(const std::string& url, const json& fields) {
    Poco::URI address(url);
    for (const auto& [name, value] : fields.items()) {
        if (!value.is_null())
            address.addQueryParameter(name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    return address.toString();
}

}  // namespace

Webhooks::Webhooks(CallbackPoster& poster, StateFile* file)
    : poster_(poster), kept_(file, "zipwhip_webhook") {
    kept_.each([this](const std::string& key, const json& kept) {
        const std::int64_t id = std::stoll(key);
        webhooks_[id] = {
            id, kept.at("line"), kept.at("type"), kept.at("event"), kept.at("url"), kept.at("method")};
        next_id_ = std::max(next_id_, id + 1);
    });
}

void Webhooks::keep(const Webhook& webhook) const {
    kept_.put(std::to_string(webhook.id), [&] {
        return json{{"line", webhook.line},
                    {"type", webhook.type},
                    {"event", webhook.event},
                    {"url", webhook.url},
                    {"method", webhook.method}};
    });
}

Webhook Webhooks::add(Webhook webhook) {
    const std::lock_guard lock(mutex_);
    webhook.id = next_id_++;
    webhooks_[webhook.id] = webhook;
    keep(webhook);
    return webhook;
}

std::vector<Webhook> Webhooks::of_line(const std::string& line) const {
    const std::lock_guard lock(mutex_);
    std::vector<Webhook> found;
    for (const auto& [id, webhook] : webhooks_) {
        if (webhook.line == line) found.push_back(webhook);
    }
    return found;
}

std::optional<Webhook> Webhooks::find(const std::string& line, std::int64_t id) const {
    const std::lock_guard lock(mutex_);
    const auto found = webhooks_.find(id);
    if (found == webhooks_.end() || found->second.line != line) return std::nullopt;
    return found->second;
}

bool Webhooks::update(const Webhook& webhook) {
    const std::lock_guard lock(mutex_);
    const auto found = webhooks_.find(webhook.id);
    if (found == webhooks_.end() || found->second.line != webhook.line) return false;
    found->second = webhook;
    keep(webhook);
    return true;
}

bool Webhooks::remove(const std::string& line, std::int64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = webhooks_.find(id);
    if (found == webhooks_.end() || found->second.line != line) return false;
    webhooks_.erase(found);
    kept_.remove(std::to_string(id));
    return true;
}

void Webhooks::clear() {
    const std::lock_guard lock(mutex_);
    webhooks_.clear();
    kept_.remove_all();
}

void Webhooks::post_event(const std::string& event, const Message& message) const {
    for (const Webhook& webhook : of_line(message.line)) {
        if (webhook.type != "message" || webhook.event != event) continue;
        const json fields = webhook_message(message);
        Callback callback{webhook.url, {}, {}, {}, webhook.method};
        if (webhook.method == "GET") {
            callback.url = with_query(webhook.url, fields);
        } else {
            callback.content_type = "application/json;charset=UTF-8";
            callback.body = fields.dump();
        }
        poster_.post(std::move(callback));
    }
}

}  // namespace mock_host::zipwhip
