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

/// Whether it has a newer area code or exchange, and an exchange from 200 on that is no N11.
bool is_newer(const PhoneNumber& number) {
    const auto has_code_of = [&](const auto& area_codes) {
        const auto code = static_cast<int>(number.national_number() / 10'000'000);
        return std::find(std::begin(area_codes), std::end(area_codes), code) != std::end(area_codes);
    };
    const auto prefix = static_cast<int>(number.national_number() / 10'000);
    const int exchange = prefix % 1'000;
    if (number.country_code() != 1 || number.italian_leading_zero() || exchange < 200 || exchange % 100 == 11)
        return false;
    const bool has_newer_exchange =
        std::any_of(std::begin(newer_exchanges), std::end(newer_exchanges),
                    [&](const auto& range) { return prefix >= range[0] && prefix <= range[1]; });
    const bool is_closed = prefix / 100 == 9836;
    return has_newer_exchange || (has_code_of(newer_places) && !is_closed) ||
           has_code_of(newer_personal_numbers);
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
