#include "gateway/twilio/error_codes.hpp"

#include <algorithm>
#include <array>

namespace send_text::twilio {
namespace {

constexpr const char* wrong_sender =
    "The line's number cannot send texts through this Twilio account. Check in Twilio's console that it "
    "belongs "
    "to the account and can send.";

// Source: Twilio's error dictionary (www.twilio.com/docs/api/errors). The codes from 30003 on are those of a
// delivery that failed.
constexpr std::array codes{
    CodeMeaning{
        20003, SendOutcome::line_stopped,
        "Twilio refused the login. Check the account's SID and its auth token, or the API key's SID and "
        "secret, under administration > external services."},
    CodeMeaning{20429, SendOutcome::refused, "Twilio takes no more requests at the moment."},
    CodeMeaning{21211, SendOutcome::rejected, "Twilio says that there is no such number. Check it."},
    CodeMeaning{21212, SendOutcome::line_stopped, wrong_sender},
    CodeMeaning{21408, SendOutcome::rejected,
                "The Twilio account may not text to the number's country. An administrator can allow it in "
                "Twilio's console."},
    CodeMeaning{21602, SendOutcome::rejected, "The text is empty. Write something."},
    CodeMeaning{21606, SendOutcome::line_stopped, wrong_sender},
    CodeMeaning{
        21610, SendOutcome::rejected,
        "The person has sent STOP. They must text START to this line before they can be texted again.",
        NumberFact::opted_out},
    CodeMeaning{21611, SendOutcome::refused, "Too many texts of this line wait at Twilio."},
    CodeMeaning{21612, SendOutcome::rejected,
                "Twilio has no way from this line to the number. Use another line, or reach the person in "
                "another way."},
    CodeMeaning{21614, SendOutcome::rejected, "The number is no mobile number. Check it, or choose another.",
                NumberFact::takes_no_texts},
    CodeMeaning{21617, SendOutcome::rejected,
                "The text is longer than the 1600 characters that Twilio takes. Shorten it."},
    CodeMeaning{21659, SendOutcome::line_stopped, wrong_sender},
    CodeMeaning{21660, SendOutcome::line_stopped, wrong_sender},
    CodeMeaning{21661, SendOutcome::line_stopped, wrong_sender},
    CodeMeaning{30003, SendOutcome::rejected,
                "The phone cannot be reached: it may be switched off or out of range. Write again later."},
    CodeMeaning{30004, SendOutcome::rejected,
                "The text was blocked on its way. Reach the person in another way."},
    CodeMeaning{30005, SendOutcome::rejected,
                "The number is unknown or no longer in use. Check it, or choose another."},
    CodeMeaning{30006, SendOutcome::rejected,
                "The number is a landline, or its phone company takes no texts. Choose another.",
                NumberFact::takes_no_texts},
    CodeMeaning{30007, SendOutcome::rejected,
                "The phone company's filter stopped the text. Change its wording, or wait before sending the "
                "same to many."},
    CodeMeaning{30008, SendOutcome::rejected,
                "The text failed on its way for an unknown reason. Write again later, or reach the person in "
                "another way."},
};

}  // namespace

const CodeMeaning* meaning_of_code(std::int64_t code) {
    const auto* const found = std::find_if(codes.begin(), codes.end(),
                                           [&](const CodeMeaning& meaning) { return meaning.code == code; });
    return found == codes.end() ? nullptr : found;
}

}  // namespace send_text::twilio
