#include "recipients/number_judge.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "core/e164.hpp"
#include "core/phone_format.hpp"
#include "core/subscriber_number.hpp"
#include "core/utf8.hpp"
#include "recipients/field_instruction.hpp"
#include "recipients/newer_area_codes.hpp"
#include "recipients/number_prefix.hpp"
#include "recipients/plain_number.hpp"
#include "recipients/typed_characters.hpp"
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

/// Beside dates and times ("after 5:30"); the four digits of another number's end ("or 1205") are no note.
constexpr std::size_t max_digits_in_note = 3;

/// With fewer there is no number that could have been mistyped.
constexpr std::size_t min_digits_of_a_slip = 3;

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
std::optional<NewerNumber> type_of(const PhoneNumber& number) {
    const auto type = static_cast<NumberType>(phone_number_util().GetNumberType(number));
    if (type != NumberType::unknown) return NewerNumber{type};
    const bool is_north_american = number.country_code() == 1 && !number.italian_leading_zero();
    return is_north_american ? newer_number(number.national_number()) : std::nullopt;
}

/// In the form that works where a number is written in two.
std::string e164_of(const PhoneNumber& number) {
    std::string e164;
    phone_number_util().Format(number, PhoneNumberUtil::E164, &e164);
    return subscriber_number(e164);
}

/// The number that could be given out some day, or is already and nobody told us; empty: there cannot be such
/// a one.
std::string possible_number(const PhoneNumber& number, const std::string& e164) {
    if (!is_e164(e164)) return {};
    const bool has_no_exchange =
        number.country_code() == 1 && !is_exchange(number.national_number() / 10'000 % 1'000);
    return has_no_exchange ? std::string() : e164;
}

/// The same of a number that may be written in several forms, of which the library may know but one: the
/// older one is no longer in service, or the newer one not yet. `as_typed` is one of them.
std::optional<NewerNumber> type_in_any_form(const PhoneNumber& as_typed, const std::string& e164) {
    const auto type = type_of(as_typed);
    const std::vector<std::string> forms = forms_of_number(e164);
    if (forms.size() == 1 || (type && takes_texts(type->type))) return type;
    for (const std::string& form : forms) {
        PhoneNumber number;
        if (phone_number_util().Parse(form, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) continue;
        const auto other = type_of(number);
        if (other && takes_texts(other->type)) return other;
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
    return {.verdict = verdict, .type = type};
}

/// A value that is no number for what stands in it.
NumberJudgement unreadable(std::string_view value, std::string obstacle) {
    NumberJudgement judgement = rejected(Verdict::not_a_number);
    if (count_digits(value) >= min_digits_of_a_slip) judgement.obstacle = std::move(obstacle);
    return judgement;
}

std::string name_of_letters(std::string_view word) {
    const Character first = first_character(word);
    return first.bytes == word ? name_of(first.code_point) : "the letters \"" + std::string(word) + "\"";
}

/// What is among the digits and in no phone number; empty: nothing that could be named.
std::string strange_character(std::string_view value) {
    const auto first = value.find_first_of("0123456789");
    const auto last = value.find_last_of("0123456789");
    for (std::size_t at = first; at != std::string_view::npos && at < last;) {
        const Character character = first_character(value.substr(at));
        const bool is_usual =
            character.code_point < 0x80 &&
            std::string_view("0123456789 -.()/[]~*#+\t").find(value[at]) != std::string_view::npos;
        if (!is_usual) return name_of(character.code_point);
        at += character.bytes.size();
    }
    return {};
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

/// Whether what stands before words is a number by itself. "1-651-555" of "1-651-555 home" is not: no local
/// number starts with a trunk prefix.
bool stands_alone(Verdict verdict, std::string_view number) {
    if (verdict == Verdict::local_only)
        return number.find_first_of("0123456789") == number.find_first_of("23456789");
    return can_text(verdict) || verdict == Verdict::not_in_service || verdict == Verdict::cannot_receive;
}

/// "1-800-FLOWERS", "(888) 555-CARE": by its digits, before any word, it takes no texts whoever it belongs
/// to.
bool is_toll_free_word(const TakenApart& parts) {
    std::string digits;
    for (const char c : parts.number) {
        if (c >= '0' && c <= '9') digits += c;
    }
    if (digits.starts_with('1')) digits.erase(0, 1);
    for (const char* code : {"800", "833", "844", "855", "866", "877", "888"}) {
        constexpr std::size_t national_digits = 10;
        if (digits.starts_with(code)) return digits.size() < national_digits;
    }
    return false;
}

/// "5:30", "3/14/2024", "9:00-17:00", "3-14-24"
bool is_date_or_time(std::string_view token) {
    std::size_t groups = 0;
    while (!token.empty()) {
        const auto digits = std::min(token.find_first_not_of("0123456789"), token.size());
        constexpr std::size_t digits_of_a_year = 4;
        const bool is_year = digits == digits_of_a_year && digits == token.size() && groups == 2;
        if (digits > 2 && !is_year) return false;
        if (digits > 0) ++groups;
        token.remove_prefix(std::max<std::size_t>(digits, 1));
    }
    return groups >= 2;
}

std::size_t digits_beside_times(std::string_view words) {
    std::size_t count = 0;
    while (!words.empty()) {
        const auto token = words.substr(0, words.find_first_not_of("0123456789/:-"));
        if (!is_date_or_time(token)) count += count_digits(token);
        words.remove_prefix(std::max<std::size_t>(token.size(), 1));
    }
    return count;
}

/// "651-555-1204 #": the sign is the number's, not that of an extension.
std::string_view without_last_sign(std::string_view number) {
    const auto last = number.find_last_not_of("# ");
    return last == std::string_view::npos ? number : number.substr(0, last + 1);
}

/// The first ASCII letter; none when a / stands before it, for there libphonenumber stops reading.
char letter_read_as_punctuation(std::string_view number) {
    const auto letter = std::find_if(number.begin(), number.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (letter == number.end()) return '\0';
    const auto before = trimmed(number.substr(0, static_cast<std::size_t>(letter - number.begin())));
    return before.ends_with('/') || before.ends_with('\\') ? '\0' : *letter;
}

/// What spreadsheets make of a number: "6515800580.0"; the number is what stands before the point.
std::string_view without_fraction(std::string_view value) {
    constexpr std::size_t local_digits = 7;
    const auto point = value.find('.');
    if (point == std::string_view::npos || point < local_digits) return value;
    const bool is_whole = value.find_first_not_of("+0123456789") == point && point + 1 < value.size() &&
                          value.find_first_not_of('0', point + 1) == std::string_view::npos;
    return is_whole ? value.substr(0, point) : value;
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

NumberJudgement NumberJudge::judge(std::string_view as_typed) const {
    const auto typed = trimmed(as_typed);
    if (typed.empty()) return rejected(Verdict::missing);
    if (typed.size() > max_value_bytes) return rejected(Verdict::too_long);
    if (auto judgement = judge_plain(typed)) return *std::move(judgement);
    const std::string plain = with_plain_characters(typed);
    const auto value = trimmed(plain);
    return value.empty() ? rejected(Verdict::missing) : judge_typed(value);
}

NumberJudgement NumberJudge::judge_typed(std::string_view value) const {
    const TakenApart parts = take_apart(value);
    NumberJudgement judgement = judge_parts(parts, value);
    const bool is_usable = can_text(judgement.verdict);
    if (!is_usable) judgement.is_instruction_of_person = refuses_without_number(value);
    if (!is_usable && judgement.possible.empty()) return judgement;
    const auto behind =
        parts.words.empty() ? value.substr(value.find_last_of("0123456789") + 1) : parts.words;
    auto instruction = instruction_in(parts.before, behind);
    if (is_usable && !instruction) judgement.prefix = prefix_of_number(parts.before);
    if (!instruction) return judgement;
    judgement.possible.clear();
    if (!is_usable) return judgement;
    judgement.verdict = Verdict::held;
    judgement.e164.clear();
    judgement.instruction = std::move(instruction->words);
    judgement.is_instruction_of_person = instruction->is_of_the_person;
    return judgement;
}

NumberJudgement NumberJudge::judge_parts(const TakenApart& parts, std::string_view value) const {
    if (!is_utf8(parts.before) || !is_utf8(parts.number))
        return unreadable(value, name_of(unreadable_character));
    if (parts.words.empty()) {
        const auto whole = without_fraction(parts.number);
        if (whole.size() != parts.number.size()) {
            if (auto judgement = judge_number(whole); can_text(judgement.verdict)) return judgement;
        }
        return judge_number(without_last_sign(parts.number));
    }
    if (is_toll_free_word(parts)) return rejected(Verdict::cannot_receive, NumberType::toll_free);
    // Of a telephone URI: the number belongs to another country, or to an office.
    const bool is_of_other_place =
        parts.words.starts_with(";phone-context") && !parts.number.starts_with('+');
    if (parts.is_joined || is_of_other_place) return unreadable(value, name_of_letters(parts.word));
    NumberJudgement alone = judge_number(parts.number);
    if (alone.verdict == Verdict::too_long) return alone;
    if (!stands_alone(alone.verdict, parts.number)) return unreadable(value, name_of_letters(parts.word));
    const bool may_be_two = digits_beside_times(parts.words) > max_digits_in_note;
    if (may_be_two && !instruction_in({}, parts.words)) return rejected(Verdict::too_long);
    alone.note = parts.words;
    return alone;
}

/// What is nothing but an American or Canadian number, at a hundredth of the cost.
std::optional<NumberJudgement> NumberJudge::judge_plain(std::string_view typed) const {
    auto e164 = knows_plain_numbers_ ? plain_north_american_number(typed) : std::nullopt;
    if (!e164) return std::nullopt;
    return NumberJudgement{
        .verdict = Verdict::ok, .e164 = *std::move(e164), .type = NumberType::fixed_line_or_mobile};
}

/// A number with its extension, without words.
NumberJudgement NumberJudge::judge_number(std::string_view typed) const {
    if (auto judgement = judge_plain(typed)) return *std::move(judgement);
    PhoneNumber number;
    const auto error = phone_number_util().Parse(std::string(typed), default_region_, &number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
        const auto verdict = verdict_of(error);
        if (verdict != Verdict::not_a_number) return rejected(verdict);
        return count_digits(typed) >= digits_of_two_numbers ? rejected(Verdict::too_long)
                                                            : unreadable(typed, strange_character(typed));
    }
    const std::string e164 = e164_of(number);
    const auto type = type_in_any_form(number, e164);
    if (!type) {
        NumberJudgement judgement = rejected(verdict_of_unusable(number));
        if (judgement.verdict == Verdict::not_in_service) judgement.possible = possible_number(number, e164);
        return judgement;
    }
    if (!takes_texts(type->type)) return rejected(Verdict::cannot_receive, type->type);
    NumberJudgement judgement{.verdict = number.has_extension() ? Verdict::extension_dropped : Verdict::ok,
                              .e164 = e164,
                              .extension = number.extension(),
                              .type = type->type,
                              .may_not_be_in_service_yet = type->is_only_announced};
    if (holds_a_second_number(typed, judgement)) return rejected(Verdict::too_long);
    if (!is_e164(judgement.e164)) return rejected(Verdict::not_in_service);
    // The label of an extension that is none for the library was left out, or is a digit.
    const auto letter = letter_read_as_punctuation(typed);
    if (letter != '\0' && judgement.extension.empty())
        return unreadable(typed, name_of(static_cast<char32_t>(letter)));
    return judgement;
}

void NumberJudge::warm_up() const {
    for (const char* typical : {"(651) 580-0580x123", "+44 7911 123456", "4737475757", "1-800-FLOWERS"})
        judge(typical);
}

}  // namespace send_text
