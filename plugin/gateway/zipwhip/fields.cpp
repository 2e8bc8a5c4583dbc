#include "gateway/zipwhip/fields.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "core/e164.hpp"
#include "gateway/json_values.hpp"
#include "gateway/zipwhip/envelope.hpp"

namespace send_text::zipwhip {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

/// Reads a date from left to right; once something does not fit, nothing fits any more.
class DateReader {
  public:
    explicit DateReader(std::string_view text) : rest_(text) {}

    int digits(std::size_t count, int low, int high) {
        int number = 0;
        if (rest_.size() < count || !all_digits(rest_.substr(0, count))) return fail();
        for (const char c : rest_.substr(0, count))
            number = number * 10 + (c - '0');
        rest_.remove_prefix(count);
        return number < low || number > high ? fail() : number;
    }

    bool skip(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void need(char c) {
        if (!skip(c)) fail();
    }

    int fraction_ms() {
        int ms = 0;
        int weight = 100;
        if (!rest_.empty() && !is_digit(rest_.front())) fail();
        while (!rest_.empty() && is_digit(rest_.front())) {
            ms += (rest_.front() - '0') * weight;
            weight /= 10;
            rest_.remove_prefix(1);
        }
        return ms;
    }

    bool is_good_end() const { return good_ && rest_.empty(); }

  private:
    int fail() {
        good_ = false;
        return 0;
    }

    std::string_view rest_;
    bool good_ = true;
};

std::optional<std::int64_t> iso_moment_ms(std::string_view text) {
    using namespace std::chrono;
    DateReader reader(text);
    const int years = reader.digits(4, 1970, 9999);
    reader.need('-');
    const int months = reader.digits(2, 1, 12);
    reader.need('-');
    const int days_of_month = reader.digits(2, 1, 31);
    if (!reader.skip(' ')) reader.need('T');
    milliseconds time = hours(reader.digits(2, 0, 23));
    reader.need(':');
    time += minutes(reader.digits(2, 0, 59));
    reader.need(':');
    time += seconds(reader.digits(2, 0, 60));
    if (reader.skip('.')) time += milliseconds(reader.fraction_ms());

    const bool is_west = reader.skip('-');
    if (is_west || reader.skip('+')) {
        minutes offset = hours(reader.digits(2, 0, 23));
        reader.skip(':');
        offset += minutes(reader.digits(2, 0, 59));
        time += is_west ? offset : -offset;
    } else {
        reader.skip('Z');
    }

    const year_month_day date{year(years), month(static_cast<unsigned>(months)),
                              day(static_cast<unsigned>(days_of_month))};
    if (!reader.is_good_end() || !date.ok()) return std::nullopt;
    return duration_cast<milliseconds>(sys_days(date).time_since_epoch() + time).count();
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

std::optional<std::int64_t> moment_ms(const nlohmann::json* value) {
    constexpr std::int64_t year_10000_ms = 253'402'300'800'000;
    if (const auto epoch_ms = whole_number(value))
        return *epoch_ms > 0 && *epoch_ms < year_10000_ms ? epoch_ms : std::nullopt;
    return iso_moment_ms(text_of(value));
}

}  // namespace send_text::zipwhip
