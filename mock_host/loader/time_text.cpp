#include "mock_host/loader/time_text.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace mock_host {

namespace chrono = std::chrono;

std::string iso_seconds_from_milliseconds(std::int64_t milliseconds) {
    const chrono::sys_time<chrono::milliseconds> moment{chrono::milliseconds(milliseconds)};
    const auto day = chrono::floor<chrono::days>(moment);
    const chrono::year_month_day date(day);
    const chrono::hh_mm_ss time(chrono::floor<chrono::seconds>(moment - day));
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

std::string iso_from_milliseconds(std::int64_t milliseconds) {
    std::string text = iso_seconds_from_milliseconds(milliseconds);
    const auto rest = static_cast<int>(((milliseconds % 1000) + 1000) % 1000);
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03dZ", rest);
    text.pop_back();
    return text + fraction;
}

std::optional<std::int64_t> milliseconds_from_iso(std::string_view text) {
    constexpr std::string_view mask = "0000-00-00T00:00:00Z";
    if (text.size() != mask.size()) return std::nullopt;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (mask[i] == '0' ? !is_digit : text[i] != mask[i]) return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + length, value);
        return value;
    };
    const chrono::year_month_day date(chrono::year(number(0, 4)),
                                      chrono::month(static_cast<unsigned>(number(5, 2))),
                                      chrono::day(static_cast<unsigned>(number(8, 2))));
    if (!date.ok() || number(11, 2) > 23 || number(14, 2) > 59 || number(17, 2) > 59) return std::nullopt;
    const auto moment = chrono::sys_days(date) + chrono::hours(number(11, 2)) +
                        chrono::minutes(number(14, 2)) + chrono::seconds(number(17, 2));
    return chrono::duration_cast<chrono::milliseconds>(moment.time_since_epoch()).count();
}

std::optional<std::int64_t> milliseconds_from_duration(std::string_view text) {
    std::int64_t total_ms = 0;
    if (text.empty()) return std::nullopt;
    while (!text.empty()) {
        std::uint32_t count = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (error != std::errc{}) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        std::int64_t unit_ms = 0;
        std::size_t letters = 1;
        if (text.starts_with("ms")) {
            unit_ms = 1;
            letters = 2;
        } else if (text.starts_with('s')) {
            unit_ms = 1000;
        } else if (text.starts_with('m')) {
            unit_ms = 60'000;
        } else if (text.starts_with('h')) {
            unit_ms = 3'600'000;
        } else if (text.starts_with('d')) {
            unit_ms = 86'400'000;
        } else {
            return std::nullopt;
        }
        text.remove_prefix(letters);
        total_ms += unit_ms * count;
    }
    return total_ms;
}

std::int64_t system_milliseconds() {
    return chrono::duration_cast<chrono::milliseconds>(chrono::system_clock::now().time_since_epoch())
        .count();
}

std::int64_t steady_milliseconds() {
    return chrono::duration_cast<chrono::milliseconds>(chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace mock_host
