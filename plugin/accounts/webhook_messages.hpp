#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/time.hpp"
#include "gateway/gateway_factory.hpp"
#include "model/line_id.hpp"
#include "store/webhook_message_store.hpp"

namespace send_text {

/// The messages of lines whose carriers tell of them by webhook alone, in our terms: times of our clock,
/// numbers in our form.
/// Threads: any; the store guards what is kept.
class WebhookMessages {
  public:
    /// All must outlive this.
    WebhookMessages(WebhookMessageStore& store, const GatewayFactory& gateways, const Clock& clock)
        : store_(store), gateways_(gateways), clock_(clock) {}

    /// Durable when it returns: the carrier may then be told that it was heard. Throws StoreError.
    void add(const LineId& line, const std::vector<CarrierMessage>& messages);

    /// As Gateway::list_messages. What was heard last comes first, so that what is told late is not
    /// overlooked behind what is newer.
    CarrierPage page(const LineId& line, std::int64_t start, std::int64_t limit) const;

    /// The time by the clock of the line's carrier, as far as that is known.
    TimePoint carrier_now(const LineId& line) const;

  private:
    WebhookMessageStore& store_;
    const GatewayFactory& gateways_;
    const Clock& clock_;
};

/// A gateway to a carrier that lists nothing: what was heard from it stands in for its list, so that replies
/// and receipts are filed in the one way in which all are. Its end is no proof that nothing else was sent.
std::unique_ptr<Gateway> gateway_fed_by_webhooks(std::unique_ptr<Gateway> gateway,
                                                 const WebhookMessages& received, LineId line);

}  // namespace send_text
