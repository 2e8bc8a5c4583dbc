#include "consent/consent_register.hpp"

#include <optional>
#include <stdexcept>

#include "consent/consent_words.hpp"

namespace send_text {
namespace {

// Carriers give whole seconds, and the difference of the clocks is known no more exactly. Who texts START in
// the moment of a refusal did so after it, or it would not have come.
constexpr Milliseconds moment = std::chrono::seconds(5);

}  // namespace

void ConsentRegister::record_fact(const E164& number, NumberFact fact, const std::string& reason) {
    std::optional<AuditEntry> entry;
    if (fact == NumberFact::opted_out && !facts_.of(number).contains(fact))
        entry = entry_of("number.opt_out", number, {}, "The carrier says so. " + reason);
    facts_.learn(number, fact, reason, clock_.now() - moment, entry);
}

void ConsentRegister::record_reply(const E164& number, std::string_view body, TimePoint at,
                                   const LineId& line) {
    const NumberFacts known = facts_.of(number);
    const auto forget = [&](NumberFact fact, const std::optional<AuditEntry>& audit_entry) {
        const auto found = known.find(fact);
        if (found == known.end()) return;
        // Of a time that has not come yet, it was learned by a clock that has been set back since.
        const TimePoint now = clock_.now();
        const TimePoint learned_at = found->second.learned_at;
        facts_.forget(number, fact, learned_at > now && at <= now ? learned_at : at, audit_entry);
    };
    forget(NumberFact::takes_no_texts, {});
    const bool has_opted_out = known.contains(NumberFact::opted_out);
    switch (wish_of(body, has_opted_out)) {
        case Wish::opt_out: {
            std::optional<AuditEntry> entry;
            if (!has_opted_out)
                entry = entry_of("number.opt_out", number, line, "Texted STOP or a similar word.");
            facts_.learn(number, NumberFact::opted_out, "The person asked for no more texts.", at, entry);
            return;
        }
        case Wish::opt_in:
            if (!has_opted_out) return;
            forget(NumberFact::opted_out,
                   entry_of("number.opt_in", number, line, "Texted START or a similar word."));
            return;
        case Wish::none:
            return;
    }
}

void ConsentRegister::clear_landline(const E164& number, const RecordRef& record, const std::string& reason,
                                     const Sender& who) {
    facts_.lift(number, NumberFact::takes_no_texts,
                {.at = clock_.now(),
                 .who = who,
                 .action = "number.no_landline",
                 .number = number,
                 .records = describe(record),
                 .outcome = "done",
                 .detail = reason});
}

AuditEntry ConsentRegister::entry_of(const char* action, const E164& number, const LineId& line,
                                     const std::string& detail) const {
    std::string records;
    try {
        for (const RecordRef& record : owners_of_ ? owners_of_(number) : std::vector<RecordRef>())
            records += (records.empty() ? "" : ", ") + describe(record);
    } catch (const std::runtime_error&) {
        // That somebody opted out counts, and is told, also while the host's records cannot be asked.
    }
    return {.at = clock_.now(),
            .who = {.rep_id = 0, .name = "Send Text"},
            .action = action,
            .line = line,
            .number = number,
            .records = records,
            .outcome = "done",
            .detail = detail};
}

std::optional<Refusal> ConsentRegister::refusal(const E164& number) const {
    if (!facts_.of(number).contains(NumberFact::opted_out)) return std::nullopt;
    return Refusal{
        "The person has opted out of texts. They must text START to one of your lines before they can be "
        "texted again."};
}

}  // namespace send_text
