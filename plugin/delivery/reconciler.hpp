#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/e164.hpp"
#include "core/log.hpp"
#include "core/time.hpp"
#include "delivery/carrier_listing.hpp"
#include "gateway/gateway.hpp"
#include "gateway/line_gateways.hpp"
#include "model/current_settings.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "model/work_context.hpp"
#include "store/conversation_store.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// Settles texts of which it is not known whether the carrier took them, by asking the carrier for its list.
///
/// Found there: accepted. Surely absent: queued again, and looked for once more before it leaves. Not to be
/// told: held for a person. What surely absent means stands in docs/decisions/0016. So a text is never sent
/// twice to be safe, and never lost.
/// Threads: the delivery worker.
class Reconciler {
  public:
    /// `text_changed` is called with the request id of each text that changed, `taken` with the number of
    /// each that the carrier turned out to have taken. All must outlive this.
    Reconciler(OutboxStore& outbox, const ConversationStore& conversations, const WorkContext& context,
               std::function<void(RequestId request_id)> text_changed,
               std::function<void(const E164& number)> taken);

    /// Looks for the unknown texts of the line, if any is due to be asked about, and for what an earlier run
    /// queued. Returns whether it asked. Throws GatewayError when the carrier cannot be asked: the texts then
    /// stay as they are.
    bool reconcile(const LineId& line, Gateway& gateway, const LineAccount& account);

    /// Looks once more for a text that was in doubt (Look::before_leaving) and is about to leave. Returns
    /// whether it may; else it is settled, or held. Throws GatewayError as reconcile() does.
    bool may_send_again(const Text& text, Gateway& gateway, const LineAccount& account);

  private:
    struct IdenticalTexts;
    struct Ask;

    /// How long a text is known to be in doubt, by the monotonic clock: this run's own.
    struct Doubt {
        std::int64_t request_number = 0;
        MonotonicTime since{};
        bool was_asked = false;
        /// How many requests had begun when its grace was found to be over.
        std::optional<std::int64_t> begun_in_grace = {};
    };

    std::vector<Text> texts_of_account(const LineId& line, const LineAccount& account);
    bool look(std::vector<Text> texts, const LineId& line, Gateway& gateway, const LineAccount& account,
              std::optional<TextId> leaving_id);
    void note_doubts(const std::vector<Text>& texts, const LineId& line);
    TimePoint horizon_of(const Text& text, const Ask& ask) const;
    void claim(IdenticalTexts& identical, const Ask& ask);
    std::optional<std::string> absence_doubt(const Text& text, const IdenticalTexts& identical,
                                             const Ask& ask) const;
    bool settle_absent(const Text& text, const IdenticalTexts& identical, const Ask& ask);
    void settle_unknown(const Text& text, const std::optional<std::string>& doubt, const Ask& ask);
    bool is_surely_current(const Text& text, const Ask& ask) const;
    Milliseconds grace() const;
    void hold(const Text& text, const std::string& why);
    void leave_to_person(const Text& text, const std::string& reason, const std::string& logged);

    OutboxStore& outbox_;
    const ConversationStore& conversations_;
    const CurrentSettings& settings_;
    Clock& clock_;
    Log& log_;
    std::function<void(RequestId)> text_changed_;
    std::function<void(const E164&)> taken_;
    std::map<LineId, std::map<TextId, Doubt>> doubts_;  ///< by line and text
    std::map<LineId, CarrierReading> readings_;         ///< the last of each line
};

}  // namespace send_text
