#include "compose/sending/carrier_lists.hpp"

#include <exception>
#include <utility>

#include "delivery/carrier_listing.hpp"

namespace send_text {
namespace {

/// A gateway of which a long list is not read to its end when the plug-in stops meanwhile.
class StoppableList final : public Gateway {
  public:
    StoppableList(Gateway& gateway, const TaskQueue& thread) : gateway_(gateway), thread_(thread) {}

    void log_in() override { gateway_.log_in(); }
    SendResult send(const std::string&, const std::string&) override { return {}; }  // it only reads
    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override {
        if (thread_.is_stopping())
            throw GatewayError(GatewayError::Kind::unreachable, "Send Text is being ended.");
        return gateway_.list_messages(start, limit);
    }
    bool takes_webhooks() const override { return false; }
    void set_webhooks(const std::string&, const std::string&) override {}

  private:
    Gateway& gateway_;
    const TaskQueue& thread_;
};

}  // namespace

CarrierLists::CarrierLists(LineGateways& gateways, Clock& clock, Log& log)
    : gateways_(gateways), thread_(clock, log) {}

void CarrierLists::ask(const std::string& line, std::int64_t from_ms,
                       std::function<void(CarrierAnswer)> answered) {
    thread_.post([this, line, from_ms, answered = std::move(answered)] { answered(answer(line, from_ms)); });
}

CarrierAnswer CarrierLists::answer(const std::string& line, std::int64_t from_ms) {
    CarrierAnswer answer;
    try {
        Gateway* gateway = gateways_.gateway_of(line);
        if (gateway == nullptr) return {.why_not = "There is no texting account for it any more."};
        answer.log_address = gateway->message_log_address();
        StoppableList list(*gateway, thread_);
        CarrierListing listing = list_back_to(from_ms, list);
        for (CarrierMessage& message : listing.outbound) {
            const std::string number = message.number;
            answer.by_number[number].push_back(std::move(message));
        }
        answer.complete_from_ms = listing.complete_from_ms;
        answer.has_gaps = !listing.unreadable.empty() || listing.is_broken_off;
    } catch (const GatewayError& error) {
        answer.why_not = error.what();
    } catch (const std::exception&) {  // its words may quote the answer
        answer.why_not = "Asking it broke off.";
    }
    return answer;
}

}  // namespace send_text
