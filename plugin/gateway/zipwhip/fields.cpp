#include "gateway/zipwhip/fields.hpp"

#include <algorithm>
#include <iterator>

#include "core/e164.hpp"
#include "gateway/iso_time.hpp"
#include "gateway/json_values.hpp"
#include "gateway/zipwhip/envelope.hpp"

namespace send_text::zipwhip {

namespace {

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view without_scheme(std::string_view address) {
    constexpr std::string_view scheme = "ptn:/";
    if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
    return address;
}

std::string number_from_address(std::string_view address) {
    std::string number(without_scheme(address));
    if (number.size() == 10 && all_digits(number)) number.insert(0, "+1");
    if (number.size() == 11 && number.starts_with('1')) number.insert(0, "+");
    return is_e164(number) ? number : std::string();
}

std::string login_name(const std::string& username) {
    std::string compact;
    std::copy_if(username.begin(), username.end(), std::back_inserter(compact),
                 [](char c) { return std::string_view(" -.()").find(c) == std::string_view::npos; });
    const std::string number = number_from_address(compact);
    if (number.empty()) return username;
    const bool is_us = number.starts_with("+1") && number.size() == 12;
    return is_us ? number.substr(2) : number;
}

std::optional<TimePoint> time_of(const nlohmann::json* value) {
    constexpr TimePoint year_10000 = std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1);
    if (const auto number = whole_number(value)) {
        const TimePoint time{Milliseconds(*number)};
        return time > no_time && time < year_10000 ? std::optional(time) : std::nullopt;
    }
    return parse_iso_time(text_of(value));
}

}  // namespace send_text::zipwhip
