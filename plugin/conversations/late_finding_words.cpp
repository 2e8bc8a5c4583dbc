#include "conversations/late_finding_words.hpp"

#include "core/phone_format.hpp"

namespace send_text {

LateFindingWords describe(const LateFinding& finding) {
    using Then = LateFinding::Then;
    const std::string text = "the text to " + national_format(finding.text.number.str());
    const std::string who = finding.decided_by.name.empty() ? "somebody" : finding.decided_by.name;
    switch (finding.then) {
        case Then::not_sent_again:
            return {"A text was already sent",
                    "The carrier has " + text + " that " + who +
                        " wanted sent again. It was sent the first time, so it will not be sent again. The "
                        "conversation shows it as sent."};
        case Then::was_sent_though:
            return {"A text was sent after all", "The carrier has " + text + " of which " + who +
                                                     " decided that it should not be sent. It had already "
                                                     "left. The conversation shows it as sent."};
        case Then::was_sent_twice:
            return {"A text was sent twice",
                    "The carrier has " + text + " also from before " + who +
                        " had it sent again. The person got it twice. The conversation shows both."};
        case Then::as_decided:
        case Then::not_known_yet:
            break;
    }
    return {};
}

}  // namespace send_text
