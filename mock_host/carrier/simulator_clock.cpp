#include "carrier/simulator_clock.hpp"

#include <Poco/DateTime.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/DateTimeParser.h>
#include <Poco/Exception.h>

namespace mock_host {

namespace {

bool looks_like_iso(const std::string& text) {
    // Poco's parser skips what it does not understand, so the form is held against a mask first.
    constexpr std::string_view mask = "0000-00-00T00:00:00";
    if (text.size() <= mask.size()) return false;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (mask[i] == '0' ? !is_digit : text[i] != mask[i]) return false;
    }
    return text.find_first_not_of("0123456789.:+-Z", mask.size()) == std::string::npos;
}

Poco::Timestamp timestamp_of(Moment moment) {
    return Poco::Timestamp(moment.time_since_epoch().count() * 1000);
}

}  // namespace

std::string to_iso_utc(Moment moment) {
    return Poco::DateTimeFormatter::format(timestamp_of(moment), Poco::DateTimeFormat::ISO8601_FORMAT);
}

std::string to_rfc2822(Moment moment) {
    return Poco::DateTimeFormatter::format(timestamp_of(moment), "%w, %d %b %Y %H:%M:%S +0000");
}

std::string to_http_date(Moment moment) {
    return Poco::DateTimeFormatter::format(timestamp_of(moment), Poco::DateTimeFormat::HTTP_FORMAT);
}

std::optional<Moment> from_iso_utc(const std::string& text) {
    if (!looks_like_iso(text)) return std::nullopt;
    try {
        int offset_seconds = 0;
        Poco::DateTime time =
            Poco::DateTimeParser::parse(Poco::DateTimeFormat::ISO8601_FRAC_FORMAT, text, offset_seconds);
        time.makeUTC(offset_seconds);
        return Moment(std::chrono::milliseconds(time.timestamp().epochMicroseconds() / 1000));
    } catch (const Poco::Exception&) {
        return std::nullopt;
    }
}

Moment SimulatorClock::now() const {
    const std::lock_guard lock(mutex_);
    if (fixed_) return *fixed_ + ahead_;
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) + ahead_;
}

bool SimulatorClock::is_fixed() const {
    const std::lock_guard lock(mutex_);
    return fixed_.has_value();
}

void SimulatorClock::fix(std::optional<Moment> moment) {
    const std::lock_guard lock(mutex_);
    fixed_ = moment;
}

void SimulatorClock::set_ahead(std::chrono::milliseconds ahead) {
    const std::lock_guard lock(mutex_);
    ahead_ = ahead;
}

std::chrono::milliseconds SimulatorClock::ahead() const {
    const std::lock_guard lock(mutex_);
    return ahead_;
}

}  // namespace mock_host
