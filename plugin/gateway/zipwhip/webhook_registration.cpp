#include "gateway/zipwhip/webhook_registration.hpp"
#include "gateway/json_values.hpp"

#include <algorithm>
#include <vector>

#include "gateway/gateway.hpp"
#include "gateway/zipwhip/envelope.hpp"
#include "gateway/zipwhip/secret_form.hpp"

namespace send_text::zipwhip {

namespace {

using nlohmann::json;

// What happens to a message; what the line wrote in Zipwhip's own application is "send".
constexpr const char* events[] = {"receive", "send", "progress"};

struct Webhook {
    std::string id;  ///< up to 64 bits; empty if Zipwhip did not tell
    std::string type;
    std::string event;
    Secret url;
};

GatewayError in_step(const std::string& step, const GatewayError& cause) {
    return {cause.kind(), step + ": " + cause.what()};
}

/// [V] for the answer to add; that a list looks alike is [?].
std::vector<Webhook> read_webhooks(const json& response) {
    if (member(&response, "webhookId") != nullptr) return read_webhooks(json::array({response}));
    if (!response.is_array() && !response.is_null())
        throw GatewayError(GatewayError::Kind::bad_answer, "Its answer is not a list of webhooks.");
    std::vector<Webhook> webhooks;
    for (const json& entry : response) {
        webhooks.push_back({id_text(member(&entry, "webhookId")),
                            std::string(text_of(member(&entry, "type"))),
                            std::string(text_of(member(&entry, "event"))), text_of(member(&entry, "url"))});
    }
    return webhooks;
}

bool has(const std::vector<Webhook>& webhooks, const std::string& id) {
    return std::any_of(webhooks.begin(), webhooks.end(),
                       [&](const Webhook& webhook) { return webhook.id == id; });
}

/// One change of a line's webhooks.
class Registration {
  public:
    Registration(const Ask& ask, const std::string& prefix, const std::string& url)
        : ask_(ask), prefix_(prefix), url_(url) {}

    void make() {
        before_ = known_ = list();
        try {
            for (const char* const event : events) {
                if (!url_.empty()) add("message", event, url_);
            }
            for (const Webhook& webhook : before_) {
                // A carrier that takes the same address twice as one gives the id that it had.
                if (is_ours(webhook) && !has(added_, webhook.id)) remove(webhook);
            }
        } catch (const GatewayError&) {
            take_back();
            throw;
        }
    }

  private:
    bool is_ours(const Webhook& webhook) const { return webhook.url.reveal().starts_with(prefix_); }

    std::vector<Webhook> list() try {
        return read_webhooks(ask_("/webhook/list", {}));
    } catch (const GatewayError& error) {
        throw in_step("Zipwhip did not list the line's webhooks", error);
    }

    void add(const std::string& type, const std::string& event, const Secret& url) try {
        SecretForm form(4);
        form.add("type", type);
        form.add("event", event);
        form.add("url", url.reveal());
        form.add("method", "POST");
        const std::vector<Webhook> answer = read_webhooks(ask_("/webhook/add", form.form()));
        if (answer.empty() || answer.front().id.empty())
            throw GatewayError(GatewayError::Kind::bad_answer, "Its answer names no webhook.");
        added_.push_back({answer.front().id, type, event, url});
        known_.push_back(added_.back());
    } catch (const GatewayError& error) {
        throw in_step("Zipwhip did not accept the webhook for \"" + event + "\"", error);
    }

    // [?] The name of delete's parameter is not public; the answers call it so.
    void remove(const Webhook& webhook) try {
        if (webhook.id.empty())
            throw GatewayError(GatewayError::Kind::bad_answer, "Its list gives no id for it.");
        ask_("/webhook/delete", {{"webhookId", webhook.id}});
        std::erase_if(known_, [&](const Webhook& known) { return known.id == webhook.id; });
    } catch (const GatewayError& error) {
        throw in_step("Zipwhip did not remove an old webhook", error);
    }

    /// What cannot be taken back goes with the next registration: its address begins alike.
    void take_back() {
        std::vector<Webhook> now = known_;
        as_far_as_possible([&] { now = list(); });  // a call whose answer was lost may have been obeyed
        for (const Webhook& webhook : now) {
            const bool is_new = !url_.empty() && webhook.url == url_ && !has(before_, webhook.id);
            if (is_new) as_far_as_possible([&] { remove(webhook); });
        }
        for (const Webhook& webhook : before_) {
            const bool is_lost = is_ours(webhook) && !has(now, webhook.id);
            if (is_lost) as_far_as_possible([&] { add(webhook.type, webhook.event, webhook.url); });
        }
    }

    template <typename Step>
    static void as_far_as_possible(const Step& step) {
        try {
            step();
        } catch (const GatewayError&) {  // the first failure is the one to tell
        }
    }

    const Ask& ask_;
    const std::string& prefix_;
    const Secret url_;
    std::vector<Webhook> before_;
    std::vector<Webhook> added_;
    std::vector<Webhook> known_;  ///< what there is by what was answered
};

}  // namespace

void set_webhooks(const Ask& ask, const std::string& prefix, const std::string& url) {
    Registration(ask, prefix, url).make();
}

}  // namespace send_text::zipwhip
