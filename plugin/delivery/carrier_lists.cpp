#include "delivery/carrier_lists.hpp"

#include <exception>
#include <utility>

#include "delivery/carrier_listing.hpp"

namespace send_text {

CarrierLists::CarrierLists(LineGateways& gateways, Clock& clock, Log& log)
    : gateways_(gateways), thread_(clock, log) {}

void CarrierLists::ask(const LineId& line, TimePoint from, std::function<void(CarrierAnswer)> answered) {
    thread_.post([this, line, from, answered = std::move(answered)] { answered(answer(line, from)); });
}

CarrierAnswer CarrierLists::answer(const LineId& line, TimePoint from) {
    CarrierAnswer answer;
    try {
        Gateway* gateway = gateways_.gateway_of(line);
        if (gateway == nullptr) return {.refusal = Refusal{"There is no texting account for it any more."}};
        answer.log_address = gateway->message_log_address();
        CarrierListing listing = list_back_to(from, *gateway);
        for (CarrierMessage& message : listing.outbound) {
            const E164 number = message.number;
            answer.by_number[number].push_back(std::move(message));
        }
        answer.complete_from = listing.complete_from;
        answer.has_gaps =
            !gateways_.account_of(line).has_list || !listing.unreadable.empty() || listing.is_broken_off;
    } catch (const Cancelled&) {
        throw;
    } catch (const GatewayError& error) {
        answer.refusal = Refusal{error.what()};
    } catch (const std::exception&) {  // its words may quote the answer
        answer.refusal = Refusal{"The request was interrupted."};
    }
    return answer;
}

}  // namespace send_text
