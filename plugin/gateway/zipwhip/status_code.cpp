#include "gateway/zipwhip/status_code.hpp"

namespace send_text::zipwhip {

// The table is Zipwhip's own. An error of its own proves nothing, whatever its word on whether to try again
// (after -1 and -855 one may, after -700 and -704 not): the list of messages tells. The others are what it
// finds wrong with a text before it takes it.
std::optional<CodeMeaning> meaning_of_code(std::int64_t code) {
    switch (code) {
        case -1:
        case -700:
        case -704:
        case -855:
            return CodeMeaning{SendOutcome::unknown,
                               "Zipwhip had an internal error; the text may or may not have been accepted."};
        case -124:
            return CodeMeaning{
                SendOutcome::rejected,
                "Zipwhip cannot find out which phone company the number belongs to. Check that it "
                "is a mobile number.",
                NumberFact::takes_no_texts};
        case -394:
            return CodeMeaning{SendOutcome::rejected,
                               "Zipwhip found a part of the text too long or too short. Check its length."};
        case -703:
            return CodeMeaning{SendOutcome::rejected,
                               "Zipwhip does not accept the number or the text. Check both."};
        case -801:
            return CodeMeaning{
                SendOutcome::rejected,
                "Zipwhip's spam protection stopped the text. Change its wording, or wait before "
                "sending the same to many."};
        case -1234:
            return CodeMeaning{
                SendOutcome::rejected,
                "The person has sent STOP. They must text UNSTOP to this line before they can be "
                "texted again.",
                NumberFact::opted_out};
        default:
            return std::nullopt;
    }
}

std::optional<CarrierState> state_of_progress(std::int64_t code) {
    switch (code) {
        case 0:
        case 4:
        case 6:
            return CarrierState::delivered;
        case 1:
        case 2:
        case 3:
            return CarrierState::in_progress;
        case 5:
        case 7:
            return CarrierState::failed;
        default:
            return std::nullopt;
    }
}

}  // namespace send_text::zipwhip
