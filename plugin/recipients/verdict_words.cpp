#include "recipients/verdict_words.hpp"

#include <vector>

#include "core/phone_format.hpp"
#include "recipients/typed_value.hpp"

namespace send_text {

namespace {

constexpr std::size_t max_name_characters = 80;
constexpr std::size_t max_value_characters = 40;

std::string shown_name(const std::string& name) {
    return shown(name, max_name_characters);
}

std::string quoted(const std::string& value) {
    return "\"" + shown(value, max_value_characters) + "\"";
}

/// What was left out of a usable value: "extension 123 is", "the notes "mother's" and "call after 5" are".
std::string what_is_left_out(const NumberJudgement& judgement) {
    std::vector<std::string> notes;
    for (const std::string& note : {judgement.prefix, judgement.note}) {
        if (!note.empty()) notes.push_back(quoted(note));
    }
    std::string left_out;
    if (!judgement.extension.empty()) left_out = "extension " + judgement.extension;
    if (!notes.empty()) left_out += left_out.empty() ? "the note" : " and the note";
    if (notes.size() == 2) left_out += "s " + notes[0] + " and " + notes[1];
    if (notes.size() == 1) left_out += " " + notes[0];
    const std::size_t count = notes.size() + (judgement.extension.empty() ? 0 : 1);
    return count == 0 ? left_out : left_out + (count == 1 ? " is" : " are");
}

/// How an obstacle goes on: "the letter "E" is in it".
const char* in_it(const std::string& obstacle) {
    return obstacle.starts_with("the letters") ? " are in it" : " is in it";
}

/// The kind of number that takes no texts: "toll-free".
const char* describe(NumberType type) {
    switch (type) {
        case NumberType::toll_free:
            return "toll-free";
        case NumberType::premium_rate:
            return "premium-rate";
        case NumberType::shared_cost:
            return "shared-cost";
        case NumberType::personal_number:
            return "personal follow-me";
        case NumberType::pager:
            return "pager";
        case NumberType::voicemail:
            return "voicemail";
        default:
            return "service";
    }
}

/// "the Cell Phone 555-1204 needs an area code": of a method that cannot be texted.
std::string fault_of(const JudgedMethod& judged) {
    const auto& [method, judgement, condition] = judged;
    const auto the_method = "the " + std::string(describe(method->type)) + " ";
    const auto the_value = the_method + shown(method->value, max_value_characters);
    switch (verdict_of(judged)) {
        case Verdict::missing:
            return the_method + "is empty";
        case Verdict::not_a_number:
            return the_method + quoted(method->value) + " is not a phone number" +
                   (judgement.obstacle.empty() ? "" : ": " + judgement.obstacle + in_it(judgement.obstacle));
        case Verdict::too_short:
            return the_value + " is too short for a phone number";
        case Verdict::too_long:
            return the_value + " is too long for one phone number";
        case Verdict::not_in_service:
            return the_value + " is not a number in service";
        case Verdict::cannot_receive:
            return the_value + " cannot receive texts: " +
                   (condition ? condition->detail
                              : "it is a " + std::string(describe(judgement.type)) + " number");
        case Verdict::opted_out:
            return the_value + " has opted out of texts" +
                   (condition && !condition->detail.empty() ? " since " + condition->detail : "");
        case Verdict::local_only:
            return the_value + " needs an area code";
        case Verdict::held:
            return the_method + "is not texted, because its field says " + quoted(judgement.instruction);
        default:
            return the_value + " could not be judged";
    }
}

/// What to do about it: " Put it in front of the number."
const char* remedy_of(const JudgedMethod& judged) {
    switch (verdict_of(judged)) {
        case Verdict::not_a_number:
            if (!judged.judgement.obstacle.empty()) return " Enter the number in digits on the record.";
            [[fallthrough]];
        case Verdict::missing:
            return " Enter a number on the record.";
        case Verdict::too_short:
            return " Enter the whole number on the record, with its area code.";
        case Verdict::too_long:
            return " Keep one number there, with a + before a country code.";
        case Verdict::not_in_service:
            return " Look for a wrong digit, or ask for another number.";
        case Verdict::cannot_receive:
            return " Enter a mobile number on the record.";
        case Verdict::local_only:
            return " Enter it on the record, in front of the number.";
        case Verdict::held:
            return " If that is out of date, remove it from the field, or change the number for this text.";
        case Verdict::opted_out:
            return " They must text START to one of your lines before they can be texted again.";
        default:
            return "";
    }
}

/// What is to be known of a number that can be texted; nothing, mostly.
std::string reason_of_usable(const JudgedMethod& judged, const std::string& name) {
    const std::string number = national_format(judged.judgement.e164);
    std::string reason;
    if (const auto left_out = what_is_left_out(judged.judgement); !left_out.empty()) {
        reason = shown_name(name) + ": " + left_out + " left out, texts go to " + number + ".";
    }
    const auto add = [&](const std::string& words) {
        reason += (reason.empty() ? "" : " ") + shown_name(name) + ": " + words;
    };
    if (judged.judgement.verdict == Verdict::insisted)
        add(number + " is not known to be in service; it is texted because you chose to.");
    if (judged.judgement.may_not_be_in_service_yet)
        add(number + " may not be in service yet: its area code has been announced, but may not be open.");
    if (judged.condition) {
        add("it is outside the texting hours where " + number + " is; the text will be sent at " +
            judged.condition->detail + " there.");
    }
    return reason;
}

}  // namespace

bool can_text(Verdict verdict) {
    return verdict == Verdict::ok || verdict == Verdict::extension_dropped ||
           verdict == Verdict::shares_number || verdict == Verdict::outside_hours ||
           verdict == Verdict::insisted;
}

Verdict released_verdict(Verdict verdict) {
    switch (verdict) {
        case Verdict::held:
        case Verdict::no_line:
            return Verdict::cannot_receive;
        case Verdict::insisted:
            return Verdict::ok;
        default:
            return verdict;
    }
}

Verdict verdict_of(const JudgedMethod& judged) {
    return judged.condition ? judged.condition->verdict : judged.judgement.verdict;
}

std::string reason_of(const JudgedMethod& judged, const std::string& name) {
    const Verdict verdict = verdict_of(judged);
    if (can_text(verdict)) return reason_of_usable(judged, name);
    return shown_name(name) + ": " + fault_of(judged) + "." + remedy_of(judged);
}

std::string reason_of_falling_through(std::span<const JudgedMethod> judged, const std::string& name) {
    const JudgedMethod& last = judged.back();
    if (!can_text(verdict_of(last))) {
        return reason_of(judged.front(), name) + (judged.size() == 2
                                                      ? " The other number cannot be texted either."
                                                      : " None of the other numbers can be texted either.");
    }
    std::string passed_over;
    for (const JudgedMethod& one : judged.first(judged.size() - 1))
        passed_over += (passed_over.empty() ? "" : ", ") + fault_of(one);
    const auto left_out = reason_of_usable(last, name);
    return shown_name(name) + ": " + passed_over + "; the " + describe(last.method->type) + " is used." +
           (left_out.empty() ? "" : " " + left_out);
}

const char* reason_of_no_other_number() {
    return " No other number is used instead, because the field says not to text them.";
}

std::string reason_of_missing(const std::string& name, std::span<const MethodType> order) {
    std::string types;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0) types += i + 1 == order.size() ? " or " : ", ";
        types += describe(order[i]);
    }
    return shown_name(name) + " has no " + (types.empty() ? "phone" : types) +
           " number. Add one to the record.";
}

std::string reason_of_gone(const RecordRef& record) {
    return describe(record) + " is no longer there: it was deleted or merged. Look the person up again.";
}

std::string reason_of_sharing(const Recipient& recipient, const RecordRef& first,
                              const std::string& first_name) {
    const bool namesakes = recipient.name == first_name;
    const auto who = [&](const std::string& name, const RecordRef& record) {
        const auto words = shown_name(name);
        return namesakes ? words + " (" + describe(record) + ")" : words;
    };
    return who(recipient.name, recipient.record) + " has the same number as " + who(first_name, first) +
           "; one text is sent and logged on both.";
}

std::string reason_of_opt_out_elsewhere(const std::string& name, const std::string& number) {
    return shown_name(name) + " opted out at " + national_format(number) +
           "; this is another number of theirs.";
}

std::string reason_of_no_line(const std::string& name) {
    return shown_name(name) +
           " has no conversation yet on a line in use, and you have no line of your own. Ask an "
           "administrator for "
           "a texting account.";
}

std::string predicate_of(Verdict verdict, std::size_t count) {
    const bool one = count == 1;
    switch (verdict) {
        case Verdict::ok:
            return "can be texted";
        case Verdict::extension_dropped:
            return one ? "without its extension" : "without their extensions";
        case Verdict::shares_number:
            return "sharing another's number";
        case Verdict::missing:
            return one ? "has no number" : "have no number";
        case Verdict::not_a_number:
            return one ? "is not a phone number" : "are not phone numbers";
        case Verdict::too_short:
            return one ? "is too short" : "are too short";
        case Verdict::too_long:
            return one ? "is too long" : "are too long";
        case Verdict::not_in_service:
            return one ? "is not in service" : "are not in service";
        case Verdict::cannot_receive:
            return "cannot receive texts";
        case Verdict::record_gone:
            return one ? "is no longer there" : "are no longer there";
        case Verdict::local_only:
            return one ? "needs an area code" : "need an area code";
        case Verdict::opted_out:
            return one ? "has opted out" : "have opted out";
        case Verdict::outside_hours:
            return one ? "waiting for its texting hours" : "waiting for their texting hours";
        case Verdict::no_line:
            return one ? "has no conversation that you could continue"
                       : "have no conversation that you could continue";
        case Verdict::held:
            return one ? "is not to be texted by what its field says"
                       : "are not to be texted by what their fields say";
        case Verdict::insisted:
            return "not known to be in service";
        case Verdict::unspecified:
            break;
    }
    return one ? "was not judged" : "were not judged";
}

}  // namespace send_text
