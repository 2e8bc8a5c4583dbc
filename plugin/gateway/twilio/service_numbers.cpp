#include "gateway/twilio/service_numbers.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace send_text::twilio {
namespace {

constexpr std::size_t max_numbers = 2'000;
constexpr const char* messages_looked_at = "20";  // a number of the service may also text without it

}  // namespace

void ServiceNumbers::learn(const ListedMessage& message) {
    if (is_sent_by_service(message)) remember(message.from, true);
}

bool ServiceNumbers::contains(const std::string& number) {
    if (const auto found = known_.find(number); found != known_.end()) return found->second;
    const auto messages = read_messages(ask_({{"From", number}, {"PageSize", messages_looked_at}}));
    const bool is_of_service =
        std::any_of(messages.begin(), messages.end(),
                    [this](const ListedMessage& message) { return is_sent_by_service(message); });
    remember(number, is_of_service);
    return is_of_service;
}

bool ServiceNumbers::is_sent_by_service(const ListedMessage& message) const {
    return message.direction == Direction::outbound && message.service == service_ && !message.from.empty();
}

void ServiceNumbers::remember(const std::string& number, bool is_of_service) {
    if (known_.size() >= max_numbers && !known_.contains(number))
        known_.clear();  // they are asked about again
    known_[number] = is_of_service;
}

}  // namespace send_text::twilio
