#include "recipients/number_judge.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "core/subscriber_number.hpp"
#include "recipients/newer_area_codes.hpp"
#include "recipients/plain_number.hpp"
#include "recipients/typed_value.hpp"

namespace send_text {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// Extensions are shorter; so many digits behind "ext" are another number.
constexpr std::size_t digits_of_a_second_number = 10;

/// An international prefix, a country code written twice and a trunk prefix have fewer digits together.
constexpr std::size_t digits_not_in_e164 = 7;

/// Two numbers, each at least a local one.
constexpr std::size_t digits_of_two_numbers = 14;

/// libphonenumber's only instance: its constructor is private and the class may not be copied, so the plug-in
/// cannot own one. It is built once per process, under its own once-flag, never freed, and afterwards only
/// read (its cache of patterns has a lock). Its logger is not set here: it is a NullLogger from the start,
/// and a host that uses the same library may have set its own.
const PhoneNumberUtil& phone_number_util() {
    return *PhoneNumberUtil::GetInstance();
}

static_assert(static_cast<int>(NumberType::pager) == PhoneNumberUtil::PAGER &&
              static_cast<int>(NumberType::unknown) == PhoneNumberUtil::UNKNOWN);

bool takes_texts(NumberType type) {
    switch (type) {
        case NumberType::fixed_line:  // many take texts; the carrier knows which do not
        case NumberType::mobile:
        case NumberType::fixed_line_or_mobile:
        case NumberType::voip:
            return true;
        default:
            return false;
    }
}

/// The type of a number in service, empty when there is no such number. libphonenumber's IsValidNumber means
/// a type that is not unknown, and costs as much as the type.
std::optional<NumberType> type_of(const PhoneNumber& number) {
    const auto type = static_cast<NumberType>(phone_number_util().GetNumberType(number));
    if (type != NumberType::unknown) return type;
    return number.country_code() == 1 ? newer_area_code_type(number.national_number()) : std::nullopt;
}

/// The same of a number that may be written in several forms, of which the library may know but one: the
/// older one is no longer in service, or the newer one not yet. `as_typed` is one of them.
std::optional<NumberType> type_in_any_form(const PhoneNumber& as_typed, const std::string& e164) {
    const std::optional<NumberType> type = type_of(as_typed);
    const std::vector<std::string> forms = forms_of_number(e164);
    if (forms.size() == 1 || (type && takes_texts(*type))) return type;
    for (const std::string& form : forms) {
        PhoneNumber number;
        if (phone_number_util().Parse(form, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) continue;
        const std::optional<NumberType> other = type_of(number);
        if (other && takes_texts(*other)) return other;
    }
    return type;
}

Verdict verdict_of_unusable(const PhoneNumber& number) {
    switch (phone_number_util().IsPossibleNumberWithReason(number)) {
        case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
            return Verdict::local_only;
        case PhoneNumberUtil::TOO_SHORT:
        case PhoneNumberUtil::INVALID_LENGTH:
            return Verdict::too_short;  // between two lengths of its region
        case PhoneNumberUtil::TOO_LONG:
            return Verdict::too_long;
        case PhoneNumberUtil::IS_POSSIBLE:
        case PhoneNumberUtil::INVALID_COUNTRY_CODE:
            break;
    }
    return Verdict::not_in_service;
}

/// A judgement without a number.
NumberJudgement rejected(Verdict verdict, NumberType type = NumberType::unknown) {
    NumberJudgement judgement;
    judgement.verdict = verdict;
    judgement.type = type;
    return judgement;
}

Verdict verdict_of(PhoneNumberUtil::ErrorType error) {
    switch (error) {
        case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
        case PhoneNumberUtil::TOO_SHORT_NSN:
            return Verdict::too_short;
        case PhoneNumberUtil::TOO_LONG_NSN:
            return Verdict::too_long;
        case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
            return Verdict::not_in_service;
        default:
            return Verdict::not_a_number;
    }
}

/// libphonenumber reads "651-555-1204 ext 651-555-1205" and "651-555-1204/x651-555-1205" as one number.
bool holds_a_second_number(std::string_view as_typed, const NumberJudgement& judgement) {
    const auto extension = judgement.extension.size();
    return extension >= digits_of_a_second_number ||
           count_digits(as_typed) >= judgement.e164.size() - 1 + extension + digits_not_in_e164;
}

/// Whether what stands before a note is a number by itself. "1-651-555" of "1-651-555-TEXT" is not: no local
/// number starts with a trunk prefix.
bool stands_alone(Verdict verdict, std::string_view number) {
    if (verdict == Verdict::local_only)
        return number.find_first_of("0123456789") == number.find_first_of("23456789");
    return can_text(verdict) || verdict == Verdict::not_in_service || verdict == Verdict::cannot_receive;
}

}  // namespace

NumberJudge::NumberJudge(std::string default_region)
    : default_region_(std::move(default_region)),
      knows_plain_numbers_(default_region_ == "US" || default_region_ == "CA") {
    if (!is_known_region(default_region_)) {
        throw std::invalid_argument(
            "\"" + default_region_ +
            "\" is not a region of phone numbers: give the two capital letters of a country, such as US");
    }
}

bool NumberJudge::is_known_region(const std::string& region) {
    return phone_number_util().GetCountryCodeForRegion(region) != 0;
}

NumberJudgement NumberJudge::judge(std::string_view as_typed) const {
    const auto value = trimmed(as_typed);
    if (value.empty()) return rejected(Verdict::missing);
    if (value.size() > max_value_bytes) return rejected(Verdict::too_long);

    // Words behind a number come before the library's own reading, which dials them as on a keypad: it takes
    // "218-5551 dad" for 218-555-1323, a stranger's number.
    // Words that touch the digits are a note only where that reading fails ("6515551204cell").
    const auto split = split_note(value);
    if (split && split->apart) {
        if (auto alone = judge_before_note(*split)) return *alone;
    }
    auto whole = judge_whole(value);
    const bool is_unreadable = whole.verdict == Verdict::too_long || whole.verdict == Verdict::not_a_number;
    if (split && !split->apart && is_unreadable) {
        if (auto alone = judge_before_note(*split)) return *alone;
    }
    return whole;
}

std::optional<NumberJudgement> NumberJudge::judge_before_note(const NumberAndNote& split) const {
    auto alone = judge_whole(split.number);
    if (!stands_alone(alone.verdict, split.number)) return std::nullopt;
    alone.note = split.note;
    return alone;
}

NumberJudgement NumberJudge::judge_whole(std::string_view as_typed) const {
    NumberJudgement judgement;
    if (knows_plain_numbers_) {
        if (auto e164 = plain_north_american_number(as_typed)) {
            judgement.verdict = Verdict::ok;
            judgement.e164 = *std::move(e164);
            judgement.type = NumberType::fixed_line_or_mobile;
            return judgement;
        }
    }
    PhoneNumber number;
    const auto error = phone_number_util().Parse(std::string(as_typed), default_region_, &number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
        const auto verdict = verdict_of(error);
        const bool two = verdict == Verdict::not_a_number && count_digits(as_typed) >= digits_of_two_numbers;
        return rejected(two ? Verdict::too_long : verdict);
    }
    phone_number_util().Format(number, PhoneNumberUtil::E164, &judgement.e164);
    judgement.e164 = subscriber_number(judgement.e164);
    const auto type = type_in_any_form(number, judgement.e164);
    if (!type) return rejected(verdict_of_unusable(number));
    if (!takes_texts(*type)) return rejected(Verdict::cannot_receive, *type);
    judgement.verdict = number.has_extension() ? Verdict::extension_dropped : Verdict::ok;
    judgement.type = *type;
    judgement.extension = number.extension();
    phone_number_util().NormalizeDigitsOnly(&judgement.extension);  // full-width ones
    if (holds_a_second_number(as_typed, judgement)) return rejected(Verdict::too_long);
    return judgement;
}

void NumberJudge::warm_up() const {
    for (const char* typical : {"(651) 580-0580x123", "+44 7911 123456", "4737475757", "1-800-FLOWERS"})
        judge(typical);
}

}  // namespace send_text
