#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "gateway/twilio/message_pages.hpp"

namespace send_text::twilio {

/// Which of an account's numbers text for a messaging service: those that a message of the service came from.
/// A reply to them is the service's, also where Twilio does not say so. Remembers a bounded number of them.
class ServiceNumbers {
  public:
    /// `ask` must outlive this.
    ServiceNumbers(const Ask& ask, std::string service) : ask_(ask), service_(std::move(service)) {}

    const std::string& service() const { return service_; }

    /// Takes note of where a message of the service came from.
    void learn(const ListedMessage& message);

    /// Whether a number is the service's. Asks about one that was not seen yet. Throws GatewayError.
    bool contains(const std::string& number);

  private:
    bool is_sent_by_service(const ListedMessage& message) const;
    void remember(const std::string& number, bool is_of_service);

    const Ask& ask_;
    std::string service_;
    std::map<std::string, bool> known_;  ///< number to whether it is the service's
};

}  // namespace send_text::twilio
