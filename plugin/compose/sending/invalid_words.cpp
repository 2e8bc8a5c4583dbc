#include "compose/sending/invalid_words.hpp"

#include <algorithm>
#include <set>

#include "recipients/recipient_summary.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {
namespace {

/// What the sender can do about a verdict.
enum class Remedy {
    correct_number,
    add_number,
    use_mobile,
    wait_for_start,
    look_up_again,
    get_line,
    heed_field,
    none
};

Remedy remedy_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::not_a_number:
        case Verdict::too_short:
        case Verdict::too_long:
        case Verdict::not_in_service:
        case Verdict::local_only:
            return Remedy::correct_number;
        case Verdict::missing:
            return Remedy::add_number;
        case Verdict::cannot_receive:
            return Remedy::use_mobile;
        case Verdict::opted_out:
            return Remedy::wait_for_start;
        case Verdict::record_gone:
            return Remedy::look_up_again;
        case Verdict::no_line:
            return Remedy::get_line;
        case Verdict::held:
            return Remedy::heed_field;
        default:
            return Remedy::none;
    }
}

const char* words_of(Remedy remedy, bool is_one) {
    switch (remedy) {
        case Remedy::correct_number:
            return is_one ? " Correct its number to text it." : " Correct their numbers to text them.";
        case Remedy::add_number:
            return is_one ? " Add a number to text it." : " Add numbers to text them.";
        case Remedy::use_mobile:
            return is_one ? " Its number takes no texts: enter a mobile number to text it."
                          : " Their numbers take no texts: enter mobile numbers to text them.";
        case Remedy::wait_for_start:
            return is_one ? " The person has opted out, and can be texted again once they text START to one "
                            "of your lines."
                          : " These people have opted out; each can be texted again once they text START to "
                            "one of your lines.";
        case Remedy::look_up_again:
            return is_one ? " It was deleted or merged: look the person up again."
                          : " They were deleted or merged: look the people up again.";
        case Remedy::get_line:
            return " Ask an administrator for a texting account.";
        case Remedy::heed_field:
            return is_one ? " Its phone field says not to text it; if that no longer holds, take the words "
                            "out."
                          : " Their phone fields say not to text them; if that no longer holds, take the "
                            "words out.";
        case Remedy::none:
            break;
    }
    return "";
}

/// ": 1 has opted out, 2 have no number. …"
std::string words_of_mixed(std::span<const Recipient> invalid) {
    std::string words;
    for (const auto& [verdict, count] : summarize(invalid).counts)
        words += (words.empty() ? ": " : ", ") + std::to_string(count) + " " + predicate_of(verdict, count);
    return words + ". The list says what to do about each.";
}

}  // namespace

InvalidWords words_of_invalid(std::span<const Recipient> invalid) {
    std::set<Remedy> remedies;
    for (const Recipient& recipient : invalid)
        remedies.insert(remedy_of(recipient.verdict));
    const bool is_one = invalid.size() == 1;
    InvalidWords words{"Some records are invalid", "Invalid records",
                       is_one ? "No text goes to this record"
                              : "No text goes to these " + std::to_string(invalid.size()) + " records"};
    // Who has opted out has a good record.
    if (std::all_of(remedies.begin(), remedies.end(), [](Remedy remedy) {
            return remedy == Remedy::wait_for_start || remedy == Remedy::get_line;
        })) {
        words.title = "Some people get no text";
        words.label = "People who get no text";
    }
    words.summary += remedies.size() == 1 ? std::string(".") + words_of(*remedies.begin(), is_one)
                                          : words_of_mixed(invalid);
    return words;
}

}  // namespace send_text
