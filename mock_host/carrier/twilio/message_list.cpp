#include "carrier/twilio/message_list.hpp"

#include <Poco/NumberParser.h>
#include <Poco/URI.h>

#include <algorithm>

#include "carrier/twilio/error.hpp"
#include "carrier/twilio/message_json.hpp"
#include "carrier/twilio/sent_filter.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host::twilio {

namespace {

using nlohmann::json;

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

/// Where the page begins: in `found`, which is newest first.
std::size_t first_of(const MessageStore& messages, const std::vector<Message>& found,
                     const std::string& token, std::size_t page, std::size_t page_size) {
    if (token.empty()) return std::min(found.size(), page * page_size);
    const bool follows = token.starts_with(after);
    if (!follows && !token.starts_with(before)) throw senseless("PageToken");
    // The text itself need not be there any more, nor be among those that are wanted.
    const auto place = messages.place_of(token.substr(after.size()));
    if (!place) throw senseless("PageToken");
    const auto neighbour = std::find_if(found.begin(), found.end(), [&](const Message& message) {
        return follows ? message.place < *place : message.place <= *place;
    });
    const auto index = static_cast<std::size_t>(neighbour - found.begin());
    if (follows) return index;
    return index > page_size ? index - page_size : 0;
}

std::string encoded(const std::string& text) {
    std::string result;
    Poco::URI::encode(text, "+&=#?/:;@,", result);
    return result;
}

}  // namespace

json list_messages(const MessageStore& messages, const std::string& account_sid, const ApiRequest& request,
                   Moment now) {
    const ListFault& fault = request.list_fault;
    const std::size_t page_size =
        std::min(number(request, "PageSize", 50, 1, 1000), fault.max_entries.value_or(1000));
    const Moment made_by = fault.lag.count() > 0 ? now - fault.lag : Moment::max();
    const std::size_t page = number(request, "Page", 0, 0, 1'000'000);
    const std::string token = request.parameter("PageToken").value_or("");
    const auto to = request.parameter("To");
    const auto from = request.parameter("From");
    const SentFilter sent(request);
    const std::vector<Message> found = messages.matching(account_sid, [&](const Message& message) {
        return (!to || message.to == *to) && (!from || message.from == *from) && sent.accepts(message.sent) &&
               message.created <= made_by;
    });
    const std::size_t first = first_of(messages, found, token, page, page_size);
    const std::size_t last = std::min(found.size(), first + page_size);

    std::string base = messages_path(account_sid) + ".json?";
    const auto repeat = [&base](const std::string& name, const std::string& value) {
        base += encoded(name) + "=" + encoded(value) + "&";
    };
    if (to) repeat("To", *to);
    if (from) repeat("From", *from);
    for (const auto& [name, value] : sent.parameters())
        repeat(name, value);
    base += "PageSize=" + std::to_string(page_size) + "&Page=";
    const auto uri = [&base](std::size_t number_of_page, const std::string& its_token) {
        return base + std::to_string(number_of_page) + (its_token.empty() ? "" : "&PageToken=" + its_token);
    };

    json list = json::array();
    for (std::size_t i = first; i < last; ++i)
        list.push_back(json_of(found[i]));
    spoil_entries(list, fault, {"sid", [](const json& entry) {
                                    return entry["direction"].get<std::string>().starts_with("outbound");
                                }});
    if (!fault.nonsense.empty() && first == 0)
        list.insert(list.begin(), staffing::json_or_discarded(fault.nonsense));
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
