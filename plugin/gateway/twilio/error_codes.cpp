#include "gateway/twilio/error_codes.hpp"

#include <algorithm>
#include <array>

namespace send_text::twilio {
namespace {

struct Entry {
    std::int64_t code;
    SendOutcome outcome;
    const char* reason;
    std::optional<NumberFact> fact = {};
};

/// Codes of one kind, of which each says more in its own words.
struct Range {
    std::int64_t first;
    std::int64_t last;
    SendOutcome outcome;
    const char* reason;
};

constexpr auto rejected = SendOutcome::rejected;
constexpr auto refused = SendOutcome::refused;
constexpr auto unknown = SendOutcome::unknown;  // it may have been taken before the error
constexpr auto line_stopped = SendOutcome::line_stopped;

constexpr const char* wrong_login =
    "Twilio refused the login. Check the account's SID and its auth token, or the API key's SID and secret, "
    "under administration > external services.";
constexpr const char* may_not_text =
    "Twilio does not let this account text. Check in Twilio's console what the account and its API key may "
    "do.";
constexpr const char* account_not_active =
    "The Twilio account is suspended or closed. Check its balance and its state in Twilio's console.";
constexpr const char* no_account =
    "Twilio does not know the account. Check the account SID, and Twilio's address in the settings.";
constexpr const char* wrong_sender =
    "The line's number cannot send texts through this Twilio account. Check in Twilio's console that it "
    "belongs to the account and can send.";
constexpr const char* no_service =
    "The Twilio account does not have the messaging service that this line texts from. Check the service's "
    "SID under administration > external services.";
constexpr const char* service_without_sender =
    "The line's messaging service has no number that can text. Add one to its sender pool in Twilio's "
    "console.";
constexpr const char* not_registered =
    "The line's number is not registered for texting to US numbers (A2P 10DLC), so phone companies block its "
    "texts. Register it in Twilio's console under Regulatory Compliance.";
constexpr const char* sender_not_registered =
    "Phone companies in the number's country accept texts from registered senders only, and this line is not "
    "registered. Reach the person another way.";
constexpr const char* no_such_number = "Twilio says that there is no such number. Check it.";
constexpr const char* landline =
    "The number is a landline, or its phone company accepts no texts. Choose another.";
constexpr const char* too_long = "The text is longer than Twilio allows. Shorten it.";
constexpr const char* not_accepted = "Twilio does not accept these words. Change them.";
constexpr const char* queue_full = "Too many of this line's texts wait at Twilio. Write again later.";
constexpr const char* too_many_at_once =
    "The line has sent more texts at once than phone companies accept from it. Write again later.";
constexpr const char* day_is_full =
    "The line has sent as many texts today as phone companies take from it. Write again tomorrow.";
constexpr const char* error_of_twilio = "Twilio had an error of its own. Write again later.";
constexpr const char* blocked_for_fraud =
    "Twilio is holding back texts to numbers like this one for some hours, because many were suspicious. "
    "Write again later.";
constexpr const char* incoming_not_passed_on =
    "Twilio did not pass this incoming text on. Look in Twilio's console, or ask the person to write again.";

// Source: Twilio's error dictionary (www.twilio.com/docs/api/errors): what can come for a text, or for an
// account and a line that text, now or (from 30001 on) when a delivery has failed. By code.
constexpr std::array codes{
    Entry{10001, line_stopped, account_not_active},
    Entry{10002, line_stopped,
          "The Twilio account is a trial account, which may not do this. Upgrade it in Twilio's console."},
    Entry{14107, refused, "Too many texts went to this number within a short time. Write again later."},
    Entry{20002, line_stopped, wrong_login},
    Entry{20003, line_stopped, wrong_login},
    Entry{20004, line_stopped, no_account},
    Entry{20005, line_stopped, account_not_active},
    Entry{20006, line_stopped, may_not_text},
    Entry{20008, line_stopped,
          "The account's SID and auth token are Twilio's test credentials, which send nothing. Enter the "
          "live ones, "
          "under administration > external services."},
    Entry{20010, line_stopped, may_not_text},
    Entry{20011, line_stopped,
          "Twilio does not support this version of TLS. Ask your network administrator."},
    Entry{20012, line_stopped,
          "Twilio does not support this TLS encryption. Ask your network administrator."},
    Entry{20403, line_stopped, account_not_active},
    Entry{20404, line_stopped, no_account},
    Entry{20413, rejected, too_long},
    Entry{20429, refused, "Twilio accepts no more requests at the moment."},
    Entry{20500, unknown, error_of_twilio},
    Entry{20503, unknown, error_of_twilio},
    Entry{21211, rejected, no_such_number},
    Entry{21212, line_stopped, wrong_sender},
    Entry{21217, rejected, no_such_number},
    Entry{21264, line_stopped, wrong_sender},
    Entry{21265, rejected, "The number is a short code, which cannot be texted from here. Choose another.",
          NumberFact::takes_no_texts},
    Entry{21266, rejected, "The number is the one that this line texts from. Choose another."},
    Entry{21267, line_stopped, wrong_sender},
    Entry{21401, rejected, no_such_number},
    Entry{21407, line_stopped, wrong_sender},
    Entry{
        21408, rejected,
        "The Twilio account may not text to the number's country. An administrator can allow it in Twilio's "
        "console."},
    Entry{21470, line_stopped, no_account},
    Entry{21471, line_stopped, no_account},
    Entry{21472, line_stopped, account_not_active},
    Entry{21476, line_stopped, account_not_active},
    Entry{21478, line_stopped, account_not_active},
    Entry{21479, line_stopped, account_not_active},
    Entry{21601, line_stopped, wrong_sender},
    Entry{21602, rejected, "The text is empty. Write something."},
    Entry{21603, line_stopped,
          "The account names no number to text from. Enter one under administration > external services."},
    Entry{21604, rejected, "There is no number to text. Enter one."},
    Entry{21605, rejected, too_long},
    Entry{21606, line_stopped, wrong_sender},
    Entry{21607, line_stopped, wrong_sender},
    Entry{21608, rejected,
          "The Twilio account is a trial account, which texts verified numbers only. Verify the number or "
          "upgrade the account, both in Twilio's console."},
    Entry{21610, rejected,
          "The person has sent STOP. They must text START to this line before they can be texted again.",
          NumberFact::opted_out},
    Entry{21611, refused, "Too many of this line's texts wait at Twilio."},
    Entry{
        21612, rejected,
        "Twilio has no way from this line to the number. Use another line, or reach the person another way."},
    Entry{21613, line_stopped, wrong_sender},
    Entry{21614, rejected, "The number is not a mobile number. Check it, or choose another.",
          NumberFact::takes_no_texts},
    Entry{21616, line_stopped,
          "The line's number fits several of the Twilio account's. Enter it with + and country code under "
          "administration > external services."},
    Entry{21617, rejected, "The text is longer than the 1600 characters that Twilio allows. Shorten it."},
    Entry{21618, rejected, not_accepted},
    Entry{21619, unknown, error_of_twilio},
    Entry{21635, rejected, landline, NumberFact::takes_no_texts},
    Entry{21657, line_stopped, wrong_sender},
    Entry{21658, rejected, too_long},
    Entry{21659, line_stopped, wrong_sender},
    Entry{21660, line_stopped, wrong_sender},
    Entry{21661, line_stopped, wrong_sender},
    Entry{21701, line_stopped, no_service},
    Entry{21702, line_stopped,
          "The line's messaging service sends nothing at the moment. Look in Twilio's console."},
    Entry{21703, line_stopped, service_without_sender},
    Entry{21704, line_stopped, service_without_sender},
    Entry{21705, line_stopped, no_service},
    Entry{21708, line_stopped, service_without_sender},
    Entry{21709, line_stopped, service_without_sender},
    Entry{21711, line_stopped, service_without_sender},
    Entry{21712, line_stopped, wrong_sender},
    Entry{21713, line_stopped, no_service},
    Entry{21717, line_stopped, not_registered},
    Entry{21729, line_stopped, not_registered},
    Entry{21730, refused, "Twilio is being maintained. Write again later."},
    Entry{21910, rejected, "This line cannot text such a number. Choose another."},
    Entry{30001, refused, queue_full},
    Entry{30002, line_stopped, account_not_active},
    Entry{30003, rejected,
          "The phone cannot be reached: it may be switched off or out of range. Write again later."},
    Entry{30004, rejected, "The text was blocked on its way. Reach the person another way."},
    Entry{30005, rejected, "The number is unknown or no longer in use. Check it, or choose another."},
    Entry{30006, rejected, landline, NumberFact::takes_no_texts},
    Entry{
        30007, rejected,
        "The phone company's filter stopped the text. Change its wording, or wait before sending the same to "
        "many."},
    Entry{30008, rejected,
          "The text failed on its way for an unknown reason. Write again later, or reach the person another "
          "way."},
    Entry{30009, rejected, "A part of a long text is missing. Ask the person to write again."},
    Entry{30010, rejected, "The text costs more than the Twilio account allows. Shorten it."},
    Entry{30011, rejected, "The number cannot receive pictures. Send the text without them."},
    Entry{30014, rejected, no_such_number},
    Entry{30015, rejected, "This line cannot text such a number. Choose another."},
    Entry{30016, rejected, "This line cannot text such a number. Choose another."},
    Entry{30017, refused, "The phone company's network was overloaded. Write again later."},
    Entry{30018, rejected, sender_not_registered},
    Entry{30019, rejected, "The text is larger than the phone company accepts. Shorten it."},
    Entry{30020, unknown, error_of_twilio},
    Entry{30021, unknown, error_of_twilio},
    Entry{30022, refused, too_many_at_once},
    Entry{30023, refused, day_is_full},
    Entry{30024, line_stopped,
          "The line's number is not set up yet at the phone companies. That takes some days after it was "
          "registered."},
    Entry{30027, refused, day_is_full},
    Entry{30032, line_stopped,
          "The line's toll-free number is not verified, so its texts are blocked. Verify it in Twilio's "
          "console."},
    Entry{30033, line_stopped,
          "The line's registration for texting to US numbers (its A2P 10DLC campaign) is suspended. Look in "
          "Twilio's "
          "console under Regulatory Compliance."},
    Entry{30034, line_stopped, not_registered},
    Entry{30035, line_stopped,
          "The line's number is still being registered for texting to US numbers (A2P 10DLC). That takes "
          "some days; "
          "look in Twilio's console."},
    Entry{30036, rejected, "The text waited too long at Twilio and was not sent. Write again."},
    Entry{30037, line_stopped, may_not_text},
    Entry{30038, rejected, incoming_not_passed_on},
    Entry{30039, rejected, incoming_not_passed_on},
    Entry{30040, rejected, sender_not_registered},
    Entry{30044, rejected,
          "The Twilio account is a trial account, which sends short texts only. Shorten it, or upgrade the "
          "account in "
          "Twilio's console."},
    Entry{30125, line_stopped, not_registered},
    Entry{30410, rejected,
          "The phone company did not answer, so nobody knows whether the text arrived. Reach the person "
          "another way."},
    Entry{30450, rejected, blocked_for_fraud},
    Entry{30453, rejected, blocked_for_fraud},
    Entry{30454, refused, day_is_full},
    Entry{63017, refused, too_many_at_once},
    Entry{63018, refused, too_many_at_once},
    Entry{63038, refused, day_is_full},
    Entry{90010, line_stopped, account_not_active},
};

constexpr bool is_before(const Entry& left, const Entry& right) {
    return left.code < right.code;
}
static_assert(std::is_sorted(codes.begin(), codes.end(), is_before));

constexpr const char* registration_rejected =
    "The registration of the line's number for texting was rejected. Look in Twilio's console under "
    "Regulatory Compliance.";

constexpr std::array ranges{
    Range{20100, 20199, line_stopped, wrong_login},
    Range{21717, 21729, line_stopped, registration_rejected},
    Range{30440, 30499, line_stopped, registration_rejected},
    Range{30500, 30599, line_stopped, registration_rejected},
    Range{30700, 30999, line_stopped, registration_rejected},
    Range{63000, 63999, rejected,
          "The text did not get through on the channel that Twilio chose for it, RCS or WhatsApp for "
          "example. Reach the person another way."},
};

}  // namespace

std::optional<CodeMeaning> meaning_of_code(std::int64_t code, const std::string& words) {
    const auto* const entry =
        std::lower_bound(codes.begin(), codes.end(), Entry{code, rejected, ""}, is_before);
    if (entry != codes.end() && entry->code == code)
        return CodeMeaning{entry->outcome, entry->reason, entry->fact};
    const auto* const range = std::find_if(ranges.begin(), ranges.end(), [code](const Range& candidate) {
        return code >= candidate.first && code <= candidate.last;
    });
    if (range == ranges.end()) return std::nullopt;
    return CodeMeaning{range->outcome, range->reason + (" " + named_error(code, words))};
}

std::string named_error(std::int64_t code, const std::string& words) {
    const std::string name = "Twilio's error " + std::to_string(code);
    if (words.empty()) return name + ".";
    const bool is_sentence = words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
    return name + ": " + words + (is_sentence ? "" : ".");
}

}  // namespace send_text::twilio
