#include "gateway/zipwhip/webhook_registration.hpp"

#include <algorithm>
#include <vector>

#include "gateway/gateway.hpp"
#include "gateway/zipwhip/envelope.hpp"

namespace send_text::zipwhip {

namespace {

using nlohmann::json;

// What happens to a message; what the line wrote in Zipwhip's own application is "send".
constexpr const char* events[] = {"receive", "send", "progress"};

struct Webhook {
    std::string id;  ///< up to 64 bits
    std::string url;
};

GatewayError in_step(const std::string& step, const GatewayError& cause) {
    return {cause.kind(), step + ": " + cause.what()};
}

std::vector<Webhook> read_webhooks(const json& response) {
    std::vector<Webhook> webhooks;
    for (const json& entry : response.is_array() ? response : json::array()) {
        Webhook webhook{id_text(member(&entry, "webhookId")), std::string(text_of(member(&entry, "url")))};
        if (!webhook.id.empty()) webhooks.push_back(std::move(webhook));
    }
    return webhooks;
}

std::vector<Webhook> list(const Ask& ask) try {
    return read_webhooks(ask("/webhook/list", {}));
} catch (const GatewayError& error) {
    throw in_step("Zipwhip did not list the line's webhooks", error);
}

std::string add(const Ask& ask, const char* event, const std::string& url) try {
    const std::vector<Webhook> added = read_webhooks(
        ask("/webhook/add", {{"type", "message"}, {"event", event}, {"url", url}, {"method", "POST"}}));
    if (added.empty()) {
        throw GatewayError(GatewayError::Kind::bad_answer, "its answer names no webhook.");
    }
    return added.front().id;
} catch (const GatewayError& error) {
    throw in_step("Zipwhip did not take the webhook for \"" + std::string(event) + "\"", error);
}

void remove(const Ask& ask, const std::string& id) try {
    ask("/webhook/delete", {{"webhookId", id}});
} catch (const GatewayError& error) {
    throw in_step("Zipwhip did not remove an old webhook", error);
}

void take_back(const Ask& ask, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        try {
            remove(ask, id);
        } catch (const GatewayError&) {
            // The next registration removes it: its address begins alike.
        }
    }
}

}  // namespace

void set_webhooks(const Ask& ask, const std::string& prefix, const std::string& url) {
    const std::vector<Webhook> before = list(ask);
    std::vector<std::string> added;
    try {
        for (const char* const event : events) {
            if (!url.empty()) added.push_back(add(ask, event, url));
        }
    } catch (...) {
        take_back(ask, added);
        throw;
    }
    for (const Webhook& webhook : before) {
        // A carrier that takes the same address twice as one gives the id that it had.
        const bool is_new = std::find(added.begin(), added.end(), webhook.id) != added.end();
        if (webhook.url.starts_with(prefix) && !is_new) remove(ask, webhook.id);
    }
}

}  // namespace send_text::zipwhip
