#include "consent/consent_register.hpp"

#include "consent/consent_words.hpp"

namespace send_text {
namespace {

// Carriers give whole seconds, and the difference of the clocks is known no more exactly. Who texts START in
// the moment of a refusal did so after it, or it would not have come.
constexpr std::int64_t moment_ms = 5'000;

}  // namespace

void ConsentRegister::told(const std::string& number, NumberFact fact, const std::string& reason) {
    facts_.learn(number, fact, reason, clock_.now_ms() - moment_ms);
}

void ConsentRegister::heard(const std::string& number, std::string_view body, std::int64_t at_ms) {
    const NumberFacts known = facts_.of(number);
    const auto forget = [&](NumberFact fact) {
        const auto found = known.find(fact);
        if (found == known.end()) return;
        // Of a time that has not come yet, it was learned by a clock that has been set back since.
        const std::int64_t now_ms = clock_.now_ms();
        const std::int64_t learned_ms = found->second.learned_ms;
        facts_.forget(number, fact, learned_ms > now_ms && at_ms <= now_ms ? learned_ms : at_ms);
    };
    forget(NumberFact::takes_no_texts);
    const bool has_opted_out = known.contains(NumberFact::opted_out);
    switch (wish_of(body, has_opted_out)) {
        case Wish::opt_out:
            facts_.learn(number, NumberFact::opted_out, "The person asked for no more texts.", at_ms);
            return;
        case Wish::opt_in:
            forget(NumberFact::opted_out);
            return;
        case Wish::none:
            return;
    }
}

void ConsentRegister::takes_texts_by_now(const std::string& number, const RecordRef& record,
                                         const std::string& reason, const Sender& who) {
    facts_.lift(number, NumberFact::takes_no_texts,
                {.at_ms = clock_.now_ms(),
                 .who = who,
                 .action = "number.no_landline",
                 .number = number,
                 .records = describe(record),
                 .outcome = "done",
                 .detail = reason});
}

std::string ConsentRegister::why_not(const std::string& number) const {
    if (!facts_.of(number).contains(NumberFact::opted_out)) return {};
    return "The person has opted out of texts. They must text START to one of your lines before they can be "
           "texted again.";
}

}  // namespace send_text
