#include "consent/consent_register.hpp"

#include "consent/consent_words.hpp"

namespace send_text {

void ConsentRegister::heard(const std::string& number, std::string_view body, std::int64_t at_ms) {
    const NumberFacts known = facts_.of(number);
    if (known.contains(NumberFact::takes_no_texts)) facts_.forget(number, NumberFact::takes_no_texts, at_ms);
    const bool has_opted_out = known.contains(NumberFact::opted_out);
    switch (wish_of(body, has_opted_out)) {
        case Wish::opt_out:
            facts_.learn(number, NumberFact::opted_out, "The person asked for no more texts.", at_ms);
            return;
        case Wish::opt_in:
            if (has_opted_out) facts_.forget(number, NumberFact::opted_out, at_ms);
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
