#include "carrier/telnyx/webhooks.hpp"

#include <nlohmann/json.hpp>

#include "carrier/telnyx/id.hpp"
#include "carrier/telnyx/message_json.hpp"
#include "carrier/telnyx/signature.hpp"

namespace mock_host::telnyx {

namespace {

using nlohmann::json;

constexpr int attempts_per_address = 3;
constexpr int max_seconds = 2;

std::string seconds_of(Moment moment) {
    return std::to_string(std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count());
}

Callback attempt(const json& event, const std::string& url, int number, const SigningKey& key, Moment now) {
    const json body{{"data", event}, {"meta", {{"attempt", number}, {"delivered_to", url}}}};
    Callback callback{url, "application/json", body.dump()};
    const std::string timestamp = seconds_of(now);
    callback.headers = {{"telnyx-signature-ed25519", key.signature_of(timestamp, callback.body)},
                        {"telnyx-timestamp", timestamp}};
    callback.max_seconds = max_seconds;
    return callback;
}

}  // namespace

void Webhooks::post_event(const std::string& event_type, const Message& message) const {
    const auto account = accounts_.find(message.profile_id);
    if (!account) return;
    const SigningKey key(account->password);
    const Moment now = clock_.now();
    const json event{{"record_type", "event"},
                     {"id", new_id()},
                     {"event_type", event_type},
                     {"occurred_at", time_of(now)},
                     {"payload", json_of(message)}};
    std::vector<Callback> attempts;
    for (const std::string& url : {message.webhook_url, message.failover_url}) {
        for (int number = 1; !url.empty() && number <= attempts_per_address; ++number)
            attempts.push_back(attempt(event, url, number, key, now));
    }
    if (attempts.empty()) return;
    Callback first = std::move(attempts.front());
    attempts.erase(attempts.begin());
    first.otherwise = std::move(attempts);
    poster_.post(std::move(first));
}

}  // namespace mock_host::telnyx
