#include "carrier/twilio/sid.hpp"

#include <algorithm>
#include <random>

namespace mock_host::twilio {

bool is_sid(std::string_view prefix, std::string_view text) {
    return text.size() == prefix.size() + 32 && text.starts_with(prefix) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(prefix.size()), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

std::string new_sid(const std::string& prefix) {
    std::random_device random;
    std::uniform_int_distribution<std::size_t> digit(0, 15);
    std::string sid = prefix;
    for (int i = 0; i < 32; ++i)
        sid += "0123456789abcdef"[digit(random)];
    return sid;
}

}  // namespace mock_host::twilio
