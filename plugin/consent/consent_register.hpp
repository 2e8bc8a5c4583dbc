#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/clock.hpp"
#include "core/e164.hpp"
#include "core/record.hpp"
#include "core/refusal.hpp"
#include "core/time.hpp"
#include "model/line_id.hpp"
#include "store/number_fact_store.hpp"

namespace send_text {

/// Who may be texted, by what people and carriers said. Blocks on the store.
/// Threads: any; the store guards what is kept.
class ConsentRegister {
  public:
    /// Whose a number is, for the audit trail; it may block, and throw std::runtime_error.
    using OwnersOf = std::function<std::vector<RecordRef>(const E164& number)>;

    /// Both outlive it. Without `owners_of` the audit trail has the number alone.
    ConsentRegister(NumberFactStore& facts, Clock& clock, OwnersOf owners_of = {})
        : facts_(facts), clock_(clock), owners_of_(std::move(owners_of)) {}

    /// A carrier said this of a number just now, in these words.
    void record_fact(const E164& number, NumberFact fact, const std::string& reason);

    /// Somebody wrote, at that time: STOP and its like opt the number out, START and its like in again, and
    /// whoever writes has no landline. What was learned later than that stays, for messages may be filed
    /// late. `at` is of our clock, as all times here; `line` is where they wrote to. The audit trail tells
    /// of each opt-out and its end once.
    void record_reply(const E164& number, std::string_view body, TimePoint at, const LineId& line = {});

    /// A person says, for a reason, that a number which a carrier called a landline takes texts by now: it
    /// may have been ported. That is forgotten until a carrier says it again, and the audit trail tells of
    /// it. An opt-out stays.
    void clear_landline(const E164& number, const RecordRef& record, const std::string& reason,
                        const Sender& who);

    /// Why the number may not be texted, in a sentence that says what to do.
    std::optional<Refusal> refusal(const E164& number) const;

  private:
    AuditEntry entry_of(const char* action, const E164& number, const LineId& line,
                        const std::string& detail) const;

    NumberFactStore& facts_;
    Clock& clock_;
    OwnersOf owners_of_;
};

}  // namespace send_text
