#include "gateway/twilio/message_pages.hpp"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "gateway/gateway.hpp"
#include "gateway/json_values.hpp"

namespace send_text::twilio {
namespace {

using nlohmann::json;

GatewayError bad_list(const std::string& what) {
    return {GatewayError::Kind::bad_answer, "Twilio's list of messages " + what + "."};
}

}  // namespace

std::vector<ListedMessage> read_messages(const json& answer) {
    std::vector<ListedMessage> messages;
    for (const json& entry : answer.at("messages"))
        messages.push_back(read_listed_message(entry));
    return messages;
}

MessagePages::MessagePages(const Ask& ask, std::string path, Form filter, int page_size)
    : ask_(ask), path_(std::move(path)), filter_(std::move(filter)), query_(filter_) {
    query_.emplace_back("PageSize", std::to_string(page_size));
}

std::vector<ListedMessage> MessagePages::next() {
    const json answer = ask_(query_);
    auto query = query_after(answer);
    if (query == query_) throw bad_list("leads back to the page where it was");
    is_at_end_ = !query;
    if (query) query_ = std::move(*query);
    return read_messages(answer);
}

/// Nothing at the end.
std::optional<Form> MessagePages::query_after(const json& answer) const {
    const json* uri = member(&answer, "next_page_uri");
    // A list that only seems to end could make a text that was sent seem absent.
    if (uri == nullptr) throw bad_list("does not say whether it goes on");
    if (uri->is_null()) return std::nullopt;
    return query_at(std::string(text_of(uri)));
}

/// The URI is relative to the base. It is followed to this very list only: the login goes with every request.
Form MessagePages::query_at(const std::string& uri) const {
    const std::string start = path_ + "?";
    if (!uri.starts_with(start)) throw bad_list("goes on at an address that is not the account's");
    try {
        Poco::URI address;
        address.setRawQuery(uri.substr(start.size()));
        Form query = address.getQueryParameters();
        for (const auto& parameter : filter_) {
            if (std::find(query.begin(), query.end(), parameter) == query.end())
                throw bad_list("goes on as another list");
        }
        return query;
    } catch (const Poco::Exception&) {
        throw bad_list("goes on at an address that makes no sense");
    }
}

}  // namespace send_text::twilio
