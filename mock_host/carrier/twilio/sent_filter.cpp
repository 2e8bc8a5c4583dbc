#include "carrier/twilio/sent_filter.hpp"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>

#include <algorithm>
#include <string_view>

#include "carrier/twilio/error.hpp"

namespace mock_host::twilio {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view parameter_name = "DateSent";
constexpr std::string_view operator_characters = "<>=";

/// A day or a second: from `begin` on, until just before `end`.
struct Span {
    Moment begin;
    Moment end;
};

/// Whether a text begins like a mask, in which 0 stands for a digit and A for a letter.
bool begins_like(std::string_view text, std::string_view mask) {
    const auto fits = [](char wanted, char c) {
        if (wanted == '0') return c >= '0' && c <= '9';
        if (wanted == 'A') return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return c == wanted;
    };
    return text.size() >= mask.size() && std::equal(mask.begin(), mask.end(), text.begin(), fits);
}

/// "2019-06-11 22:05:25.000" is "2019-06-11T22:05:25.000Z".
std::optional<Moment> iso_moment(std::string text) {
    if (!begins_like(text, "0000-00-00A00:00:00") && !begins_like(text, "0000-00-00 00:00:00"))
        return std::nullopt;
    if (text[10] == ' ') text[10] = 'T';
    if (text.find_first_not_of(".0123456789", 19) == std::string::npos) text += 'Z';
    return from_iso_utc(text);
}

std::optional<Moment> moment_like(const std::string& text, std::string_view mask, const std::string& format) {
    Poco::DateTime time;
    int offset_seconds = 0;
    if (!begins_like(text, mask) || !Poco::DateTimeParser::tryParse(format, text, time, offset_seconds))
        return std::nullopt;
    time.makeUTC(offset_seconds);
    return Moment(std::chrono::milliseconds(time.timestamp().epochMicroseconds() / 1000));
}

std::optional<Moment> moment_of(const std::string& text) {
    if (const auto moment = iso_moment(text)) return moment;
    if (const auto moment =
            moment_like(text, "AAA, 00 AAA 0000 00:00:00 ", Poco::DateTimeFormat::RFC1123_FORMAT)) {
        return moment;
    }
    return moment_like(text, "00/00/0000 00:00:00 ", "%m/%d/%Y %H:%M:%S %Z");
}

std::optional<Span> span_of(const std::string& text) {
    if (text.size() == std::string_view("2026-01-02").size()) {
        const auto day = from_iso_utc(text + "T00:00:00Z");
        if (!day) return std::nullopt;
        return Span{*day, *day + std::chrono::milliseconds(24h)};
    }
    const auto moment = moment_of(text);
    if (!moment) return std::nullopt;
    return Span{*moment, *moment + 1s};
}

}  // namespace

SentFilter::SentFilter(const ApiRequest& request) {
    for (const auto& [name, value] : request.parameters) {
        if (!name.starts_with(parameter_name)) continue;
        std::string wanted = name.substr(parameter_name.size());
        if (!wanted.empty() && operator_characters.find(wanted.front()) == std::string_view::npos) continue;
        wanted += value;
        const std::size_t date = std::min(wanted.find_first_not_of(operator_characters), wanted.size());
        const std::string comparison = wanted.substr(0, date);
        const auto span = span_of(wanted.substr(date));
        if (!span) throw Refusal(code::invalid_parameter, "The parameter '" + name + "' makes no sense.");
        if (comparison.empty() || comparison == "=") {
            conditions_.emplace_back(
                [span = *span](Moment sent) { return sent >= span.begin && sent < span.end; });
        } else if (comparison == ">" || comparison == ">=") {
            conditions_.emplace_back([span = *span](Moment sent) { return sent >= span.begin; });
        } else if (comparison == "<" || comparison == "<=") {
            conditions_.emplace_back([span = *span](Moment sent) { return sent < span.end; });
        } else {
            throw Refusal(code::invalid_parameter, "The parameter '" + name + "' makes no sense.");
        }
        parameters_.emplace_back(name, value);
    }
}

bool SentFilter::accepts(const std::optional<Moment>& sent) const {
    if (conditions_.empty()) return true;
    return sent && std::all_of(conditions_.begin(), conditions_.end(),
                               [&](const auto& is_met) { return is_met(*sent); });
}

}  // namespace mock_host::twilio
