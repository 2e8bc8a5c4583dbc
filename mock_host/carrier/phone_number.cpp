#include "carrier/phone_number.hpp"

#include <algorithm>

namespace mock_host {

bool is_all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_e164(std::string_view number) {
    if (number.empty() || number.front() != '+') return false;
    const std::string_view digits = number.substr(1);
    if (!is_all_digits(digits) || digits.front() == '0') return false;
    if (digits.front() == '1') return digits.size() == 11;
    return digits.size() >= 8 && digits.size() <= 15;
}

}  // namespace mock_host
