#include "gateway/twilio/message_pages.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "gateway/gateway.hpp"
#include "gateway/json_values.hpp"

namespace send_text::twilio {
namespace {

using nlohmann::json;

// A page may be empty because its messages were deleted; a list without end has nothing but empty ones.
constexpr int max_empty_pages = 3;

}  // namespace

std::vector<ListedMessage> read_messages(const json& answer) {
    std::vector<ListedMessage> messages;
    for (const json& entry : answer.at("messages"))
        messages.push_back(read_listed_message(entry));
    return messages;
}

MessagePages::MessagePages(const Ask& ask, ListPlace place, int page_size)
    : ask_(ask), place_(std::move(place)), query_(place_.filter) {
    query_.emplace_back("PageSize", std::to_string(page_size));
}

std::vector<ListedMessage> MessagePages::next() {
    json answer;
    try {
        answer = ask_(query_);
    } catch (const GatewayError& error) {
        const bool is_first = first_ids_.empty() && empty_pages_ == 0;
        if (is_first || error.kind() != GatewayError::Kind::bad_answer) throw;
        break_off("has a page that cannot be read");
        return {};
    }
    std::vector<ListedMessage> messages = read_messages(answer);
    if (leads_back(messages)) {
        break_off("leads back to where it was");
        return {};
    }
    NextPage next = next_page(place_, member(&answer, "next_page_uri"));
    if (next.is_end) {
        is_over_ = true;
    } else if (!next.query) {
        break_off(next.problem);
    } else if (*next.query == query_) {
        break_off("leads back to where it was");
    } else if (empty_pages_ == max_empty_pages) {
        break_off("has too many empty pages");
    } else {
        query_ = std::move(*next.query);
    }
    return messages;
}

void MessagePages::break_off(const std::string& what) {
    is_over_ = true;
    broken_off_ = "Twilio's list of messages " + what + ".";
}

/// Whether a page is one that was there before. One without any id counts as empty.
bool MessagePages::leads_back(const std::vector<ListedMessage>& messages) {
    const auto first = std::find_if(messages.begin(), messages.end(),
                                    [](const ListedMessage& message) { return !message.id.empty(); });
    if (first == messages.end()) {
        ++empty_pages_;
        return false;
    }
    empty_pages_ = 0;
    return !first_ids_.insert(first->id).second;
}

}  // namespace send_text::twilio
