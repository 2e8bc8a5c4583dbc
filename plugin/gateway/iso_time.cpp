#include "gateway/iso_time.hpp"

#include <algorithm>
#include <chrono>

#include "core/ascii.hpp"

namespace send_text {
namespace {

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

    std::chrono::milliseconds fraction() {
        int ms = 0;
        int weight = 100;
        if (!rest_.empty() && !is_digit(rest_.front())) fail();
        while (!rest_.empty() && is_digit(rest_.front())) {
            ms += (rest_.front() - '0') * weight;
            weight /= 10;
            rest_.remove_prefix(1);
        }
        return std::chrono::milliseconds(ms);
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

}  // namespace

std::optional<TimePoint> parse_iso_time(std::string_view text) {
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
    if (reader.skip('.')) time += reader.fraction();

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
    return sys_days(date) + time;
}

}  // namespace send_text
