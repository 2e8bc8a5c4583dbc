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

const char* describe(Remedy remedy, bool is_one) {
    switch (remedy) {
        case Remedy::correct_number:
            return is_one ? " Correct the number on the record to text them."
                          : " Correct the numbers on the records to text them.";
        case Remedy::add_number:
            return is_one ? " Add a number to the record to text them."
                          : " Add numbers to the records to text them.";
        case Remedy::use_mobile:
            return is_one ? " The number takes no texts: add a mobile number to the record to text them."
                          : " The numbers take no texts: add mobile numbers to the records to text them.";
        case Remedy::wait_for_start:
            return is_one ? " They opted out, and can be texted again once they text START to one of your "
                            "lines."
                          : " They opted out; each can be texted again once they text START to one of your "
                            "lines.";
        case Remedy::look_up_again:
            return is_one ? " The record was deleted or merged: look the person up again."
                          : " The records were deleted or merged: look the people up again.";
        case Remedy::get_line:
            return " Ask an administrator for a texting account.";
        case Remedy::heed_field:
            return is_one ? " The phone field says not to text them. If that is out of date, delete those "
                            "words from the field."
                          : " The phone fields say not to text them. If that is out of date, delete those "
                            "words from the fields.";
        case Remedy::none:
            break;
    }
    return "";
}

/// Something on the record is wrong, and can be corrected. Who opted out has a good record.
bool is_fault_of_record(Remedy remedy) {
    return remedy == Remedy::correct_number || remedy == Remedy::add_number || remedy == Remedy::use_mobile ||
           remedy == Remedy::look_up_again;
}

/// ": 1 has opted out, 2 have no number. …"
std::string describe_mixed(std::span<const Recipient> invalid) {
    std::string words;
    for (const auto& [verdict, count] : summarize(invalid).counts)
        words += (words.empty() ? ": " : ", ") + std::to_string(count) + " " + predicate_of(verdict, count);
    return words + ". The list says what to do about each.";
}

}  // namespace

InvalidWords describe_invalid(std::span<const Recipient> invalid, std::size_t others) {
    std::set<Remedy> remedies;
    for (const Recipient& recipient : invalid)
        remedies.insert(remedy_of(recipient.verdict));
    const bool is_one = invalid.size() == 1;
    const bool are_records_invalid = std::all_of(remedies.begin(), remedies.end(), is_fault_of_record);
    InvalidWords words{are_records_invalid ? "Some records are invalid" : "Some people will not get a text",
                       are_records_invalid ? "Invalid records" : "People who will not get a text",
                       {},
                       {}};
    words.summary = is_one ? "This person will not get a text"
                           : "These " + std::to_string(invalid.size()) + " people will not get a text";
    words.summary += remedies.size() == 1 ? std::string(".") + describe(*remedies.begin(), is_one)
                                          : describe_mixed(invalid);
    words.others = "The other " + (others == 1 ? "person" : std::to_string(others) + " people") +
                   " will get the text. The next window shows its progress.";
    return words;
}

}  // namespace send_text
