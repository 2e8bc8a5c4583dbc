#include "carrier/twilio/message_list.hpp"

#include <Poco/NumberParser.h>
#include <Poco/URI.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "carrier/twilio/error.hpp"
#include "carrier/twilio/message_json.hpp"

namespace mock_host::twilio {

namespace {

using nlohmann::json;
using namespace std::chrono_literals;

// A token says whether its page follows or precedes the text that it names.
const std::string after = "PA";
const std::string before = "PB";

Refusal senseless(const std::string& name) {
    return {code::invalid_parameter, "The parameter '" + name + "' makes no sense."};
}

std::size_t number(const ApiRequest& request, const std::string& name, unsigned otherwise, unsigned least,
                   unsigned most) {
    const auto text = request.parameter(name);
    if (!text) return otherwise;
    unsigned value = 0;
    if (!Poco::NumberParser::tryParseUnsigned(*text, value) || value < least || value > most) {
        throw senseless(name);
    }
    return value;
}

/// A day or a second: from `begin` on, until just before `end`.
struct Span {
    Moment begin;
    Moment end;
};

std::optional<Span> span(const ApiRequest& request, const std::string& name) {
    const auto text = request.parameter(name);
    if (!text) return std::nullopt;
    const bool is_day = text->size() == 10;
    const auto begin = from_iso_utc(is_day ? *text + "T00:00:00Z" : *text);
    if (!begin) throw senseless(name);
    return Span{*begin, *begin + (is_day ? std::chrono::milliseconds(24h) : 1s)};
}

std::vector<Message> wanted(const MessageStore& messages, const std::string& account_sid,
                            const ApiRequest& request) {
    const auto to = request.parameter("To");
    const auto from = request.parameter("From");
    const auto on = span(request, "DateSent");
    const auto until = span(request, "DateSent<");
    const auto since = span(request, "DateSent>");
    return messages.matching(account_sid, [&](const Message& message) {
        if ((to && message.to != *to) || (from && message.from != *from)) return false;
        if (!on && !until && !since) return true;
        return message.sent && (!on || (*message.sent >= on->begin && *message.sent < on->end)) &&
               (!until || *message.sent < until->end) && (!since || *message.sent >= since->begin);
    });
}

std::size_t place_of(const std::vector<Message>& found, const std::string& sid) {
    const auto it = std::find_if(found.begin(), found.end(), [&](const Message& m) { return m.sid == sid; });
    if (it == found.end()) throw senseless("PageToken");
    return static_cast<std::size_t>(it - found.begin());
}

std::size_t first_of(const std::vector<Message>& found, const std::string& token, std::size_t page,
                     std::size_t page_size) {
    if (token.empty()) return std::min(found.size(), page * page_size);
    if (token.starts_with(after)) return place_of(found, token.substr(after.size())) + 1;
    if (!token.starts_with(before)) throw senseless("PageToken");
    const std::size_t end = place_of(found, token.substr(before.size()));
    return end > page_size ? end - page_size : 0;
}

std::string encoded(const std::string& text) {
    std::string result;
    Poco::URI::encode(text, "+&=#?/:;@,", result);
    return result;
}

}  // namespace

json list_messages(const MessageStore& messages, const std::string& account_sid, const ApiRequest& request) {
    const std::size_t page_size = number(request, "PageSize", 50, 1, 1000);
    const std::size_t page = number(request, "Page", 0, 0, 1'000'000);
    const std::string token = request.parameter("PageToken").value_or("");
    const std::vector<Message> found = wanted(messages, account_sid, request);
    const std::size_t first = first_of(found, token, page, page_size);
    const std::size_t last = std::min(found.size(), first + page_size);

    std::string base = messages_path(account_sid) + ".json?";
    for (const char* name : {"To", "From", "DateSent", "DateSent<", "DateSent>"}) {
        if (const auto value = request.parameter(name)) base += encoded(name) + "=" + encoded(*value) + "&";
    }
    base += "PageSize=" + std::to_string(page_size) + "&Page=";
    const auto uri = [&base](std::size_t number_of_page, const std::string& its_token) {
        return base + std::to_string(number_of_page) + (its_token.empty() ? "" : "&PageToken=" + its_token);
    };

    json list = json::array();
    for (std::size_t i = first; i < last; ++i)
        list.push_back(json_of(found[i]));
    const bool has_next = last < found.size() && last > first;
    const bool has_previous = first > 0 && first < found.size();
    const std::size_t start = page * page_size;
    return {{"messages", list},
            {"page", page},
            {"page_size", page_size},
            {"start", start},
            {"end", list.empty() ? start : start + list.size() - 1},
            {"uri", uri(page, token)},
            {"first_page_uri", uri(0, "")},
            {"next_page_uri", has_next ? json(uri(page + 1, after + found[last - 1].sid)) : json(nullptr)},
            {"previous_page_uri",
             has_previous ? json(uri(page > 0 ? page - 1 : 0, before + found[first].sid)) : json(nullptr)}};
}

}  // namespace mock_host::twilio
