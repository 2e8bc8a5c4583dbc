#include "recipients/number_place.hpp"

#include <phonenumbers/phonenumberutil.h>

namespace send_text {

std::string_view placing_digits(const std::string& e164) {
    using i18n::phonenumbers::PhoneNumberUtil;
    const auto& util = *PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (util.Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return {};
    const std::string_view digits = std::string_view(e164).substr(1);
    if (util.IsNumberGeographical(number)) return digits;
    return digits.substr(0, std::to_string(number.country_code()).size());
}

}  // namespace send_text
