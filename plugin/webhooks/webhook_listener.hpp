#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/log.hpp"
#include "gateway/http_client.hpp"

namespace send_text {

/// What somebody sent to the listener. Nothing of it is believed but that it is theirs to send.
struct WebhookCall {
    std::string carrier;  ///< "zipwhip" or "twilio": the first part of the path
    std::string name;     ///< the second part. zipwhip: the communication key; twilio: the line
    std::string target;   ///< path and query, as they came
    Form parameters;      ///< of a form
    std::string body;
    bool is_form = false;
    std::string signature;  ///< of the header X-Twilio-Signature
};

/// Listens for carriers: POST /zipwhip/<key> and POST /twilio/<line>, bodies of at most 64 KiB; anything else
/// is refused with 4xx and counted. Of a call nothing is logged.
class WebhookListener {
  public:
    /// `address` is "127.0.0.1:8080"; port 0: any that is free. `accept` says whether a call may be made; it
    /// is called on threads of the listener, by several at the same time. Throws std::runtime_error, in
    /// words, when it cannot listen there.
    WebhookListener(const std::string& address, std::function<bool(const WebhookCall&)> accept, Log& log);

    /// Ends all connections and joins the threads, which let `accept` return.
    ~WebhookListener();

    WebhookListener(const WebhookListener&) = delete;
    WebhookListener& operator=(const WebhookListener&) = delete;

    std::uint16_t port() const;
    std::int64_t accepted() const;
    std::int64_t refused() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace send_text
