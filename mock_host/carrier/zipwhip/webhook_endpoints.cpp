#include <nlohmann/json.hpp>
#include <set>

#include "carrier/web_address.hpp"
#include "carrier/zipwhip/envelope.hpp"
#include "carrier/zipwhip/zipwhip_api.hpp"

namespace mock_host::zipwhip {

namespace {

using nlohmann::json;

json json_of(const Webhook& webhook) {
    return {{"webhookId", webhook.id},
            {"type", webhook.type},
            {"event", webhook.event},
            {"url", webhook.url},
            {"method", webhook.method}};
}

void check(const Webhook& webhook) {
    static const std::set<std::string> message_events{"receive", "send", "progress", "read", "delete"};
    const bool is_known = (webhook.type == "message" && message_events.contains(webhook.event)) ||
                          (webhook.type == "optout" && webhook.event == "change");
    if (!is_known) {
        throw Refusal(code::bad_argument,
                      "There is no webhook for '" + webhook.type + "' '" + webhook.event + "'.");
    }
    if (webhook.method != "POST" && webhook.method != "PUT" && webhook.method != "GET")
        throw Refusal(code::bad_argument, "Webhooks are delivered by POST, PUT or GET only.");
    // The address is not repeated: it may hold a key.
    if (!is_web_address(webhook.url))
        throw Refusal(code::bad_argument, "The parameter 'url' is not an http or https address.");
}

Refusal unknown_webhook(std::int64_t id) {
    return {code::bad_argument, "There is no webhook " + std::to_string(id) + "."};
}

}  // namespace

ApiAnswer ZipwhipApi::webhook_add(const ApiRequest& request) {
    Webhook webhook{
        0,     line_of(request), needed(request, "type"), needed(request, "event"), needed(request, "url"),
        "POST"};
    if (request.parameter("method")) webhook.method = needed(request, "method");
    check(webhook);
    return success(json::array({json_of(webhooks_.add(webhook))}));
}

// What is not named stays as it was. [?]
ApiAnswer ZipwhipApi::webhook_update(const ApiRequest& request) {
    const std::string line = line_of(request);
    const std::int64_t id = needed_number(request, "webhookId");
    auto webhook = webhooks_.find(line, id);
    if (!webhook) throw unknown_webhook(id);
    const auto take = [&request](const char* name, std::string& value) {
        if (request.parameter(name)) value = needed(request, name);
    };
    take("type", webhook->type);
    take("event", webhook->event);
    take("url", webhook->url);
    take("method", webhook->method);
    check(*webhook);
    if (!webhooks_.update(*webhook)) throw unknown_webhook(id);
    return success(json::array({json_of(*webhook)}));
}

ApiAnswer ZipwhipApi::webhook_list(const ApiRequest& request) {
    json list = json::array();
    for (const Webhook& webhook : webhooks_.of_line(line_of(request)))
        list.push_back(json_of(webhook));
    return success(list);
}

ApiAnswer ZipwhipApi::webhook_delete(const ApiRequest& request) {
    const std::string line = line_of(request);
    const std::int64_t id = needed_number(request, "webhookId");
    if (!webhooks_.remove(line, id)) throw unknown_webhook(id);
    return success(json::array());
}

}  // namespace mock_host::zipwhip
