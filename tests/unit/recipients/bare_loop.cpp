#include "unit/recipients/bare_loop.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <iterator>

namespace send_text {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

Verdict verdict_of(PhoneNumberUtil::ErrorType error) {
    if (error == PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR) return Verdict::not_in_service;
    if (error == PhoneNumberUtil::TOO_LONG_NSN) return Verdict::too_long;
    return error == PhoneNumberUtil::NOT_A_NUMBER ? Verdict::not_a_number : Verdict::too_short;
}

Verdict verdict_of(PhoneNumberUtil::ValidationResult why_invalid) {
    if (why_invalid == PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY) return Verdict::local_only;
    if (why_invalid == PhoneNumberUtil::TOO_LONG) return Verdict::too_long;
    const bool is_short =
        why_invalid == PhoneNumberUtil::TOO_SHORT || why_invalid == PhoneNumberUtil::INVALID_LENGTH;
    return is_short ? Verdict::too_short : Verdict::not_in_service;
}

/// Whether it has a newer area code, and an exchange from 200 on that is no N11.
bool is_newer(const PhoneNumber& number) {
    const auto has_code_of = [&](const auto& area_codes) {
        const auto code = static_cast<int>(number.national_number() / 10'000'000);
        return std::find(std::begin(area_codes), std::end(area_codes), code) != std::end(area_codes);
    };
    const auto exchange = number.national_number() / 10'000 % 1'000;
    return number.country_code() == 1 && exchange >= 200 && exchange % 100 != 11 &&
           (has_code_of(newer_places) || has_code_of(newer_personal_numbers));
}

}  // namespace

BareVerdict bare_verdict(const std::string& as_typed, const std::string& region) {
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const auto error = util.Parse(as_typed, region, &number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) return {verdict_of(error), {}};

    if (!util.IsValidNumber(number) && !is_newer(number))
        return {verdict_of(util.IsPossibleNumberWithReason(number)), {}};
    BareVerdict bare{number.has_extension() ? Verdict::extension_dropped : Verdict::ok, {}};
    util.Format(number, PhoneNumberUtil::E164, &bare.e164);
    return bare;
}

}  // namespace send_text
