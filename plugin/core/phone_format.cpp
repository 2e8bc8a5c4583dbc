#include "core/phone_format.hpp"

#include <phonenumbers/phonenumberutil.h>

#include "core/e164.hpp"

namespace send_text {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

constexpr std::string_view digits = "0123456789";

}  // namespace

std::string national_format(const std::string& e164) {
    if (e164.size() < 2 || e164[0] != '+' || e164.find_first_not_of(digits, 1) != std::string::npos)
        return e164;
    if (e164.size() == 12 && e164[1] == '1') {
        return "(" + e164.substr(2, 3) + ") " + e164.substr(5, 3) + "-" + e164.substr(8);
    }
    const auto& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return e164;
    std::string formatted;
    util.Format(number, PhoneNumberUtil::INTERNATIONAL, &formatted);
    return formatted;
}

std::string to_e164(std::string_view line, const std::string& region) {
    std::string number;
    for (char c : line) {
        if (digits.find(c) != std::string_view::npos) {
            number += c;
        } else if (std::string_view(" +-.()\t").find(c) == std::string_view::npos) {
            return {};
        }
    }
    if (number.starts_with('0')) return {};  // neither a country code nor an area code
    const bool has_country_code = line.find('+') != std::string_view::npos;
    if (!has_country_code && number.size() == 10 &&
        PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region) == 1) {
        number.insert(0, "1");
    }
    constexpr std::size_t min_digits = 8;
    number.insert(0, "+");
    return number.size() > min_digits && is_e164(number) ? number : std::string();
}

bool is_known_region(const std::string& region) {
    return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region) != 0;
}

}  // namespace send_text
