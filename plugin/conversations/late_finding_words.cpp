#include "conversations/late_finding_words.hpp"

#include "core/phone_format.hpp"

namespace send_text {

LateFindingWords describe(const LateFinding& finding) {
    using Then = LateFinding::Then;
    const std::string text = "the text to " + national_format(finding.text.number);
    const std::string who = finding.decided_by.name.empty() ? "somebody" : finding.decided_by.name;
    switch (finding.then) {
        case Then::not_sent_again:
            return {"A text had been sent already",
                    "The carrier has " + text + " that " + who +
                        " wanted sent again: it was sent the first time. It is not sent again, and stands in "
                        "the conversation as sent."};
        case Then::was_sent_though:
            return {"A text was sent after all",
                    "The carrier has " + text + " of which " + who +
                        " decided that it is not to be sent: it had left before. It stands in the "
                        "conversation as sent."};
        case Then::was_sent_twice:
            return {"A text was sent twice",
                    "The carrier has " + text + " also from before " + who +
                        " had it sent again. The person got it twice; both stand in the conversation."};
        case Then::as_decided:
        case Then::not_known_yet:
            break;
    }
    return {};
}

}  // namespace send_text
