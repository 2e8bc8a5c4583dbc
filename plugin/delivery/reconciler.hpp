#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/log.hpp"
#include "delivery/carrier_listing.hpp"
#include "gateway/gateway.hpp"
#include "settings/current_settings.hpp"
#include "store/conversation_store.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// Settles texts of which it is not known whether the carrier took them, by asking the carrier for its list.
///
/// Found there: accepted. Surely absent, which is so only when the grace time has passed, the list could be
/// read without gaps and has neither a message of the day before that differs in its time alone, nor one to
/// that number since the request that is not known to be another's, whatever its words: queued again. Not to
/// be told: held for a person. So a text is never sent twice to be safe, and never lost. One thread.
class Reconciler {
  public:
    /// `progressed` is called with the request id of each text that changed, `taken` with the number of each
    /// that the carrier turned out to have taken. All must outlive this.
    Reconciler(OutboxStore& outbox, const ConversationStore& conversations, const CurrentSettings& settings,
               Clock& clock, Log& log, std::function<void(std::int64_t request_id)> progressed,
               std::function<void(const std::string& number)> taken);

    /// Asks about the unknown texts of the line, if any is due. Returns whether it asked. Throws GatewayError
    /// when the carrier cannot be asked: the texts then stay unknown.
    bool reconcile(const std::string& line, Gateway& gateway);

  private:
    struct Twins;

    std::int64_t grace_end_of(const Text& text) const;
    std::vector<CarrierMessage> unclaimed(const Twins& twins, const CarrierListing& listing,
                                          std::int64_t from_ms) const;
    void claim(Twins& twins, const CarrierListing& listing);
    std::string why_not_surely_absent(const Text& text, const Twins& twins,
                                      const CarrierListing& listing) const;
    void settle_absent(const Text& text, const std::string& why_not_sure, std::int64_t asked_ms);
    void hold(const Text& text, const std::string& reason);

    OutboxStore& outbox_;
    const ConversationStore& conversations_;
    const CurrentSettings& settings_;
    Clock& clock_;
    Log& log_;
    std::function<void(std::int64_t)> progressed_;
    std::function<void(const std::string&)> taken_;
};

}  // namespace send_text
