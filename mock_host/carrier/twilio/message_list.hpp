#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "carrier/http_message.hpp"
#include "carrier/twilio/message_store.hpp"

namespace mock_host::twilio {

/// A page of an account's texts, newest first, as GET …/Messages.json answers it. Filters: To, From, and the
/// time of sending (sent_filter.hpp), which a text that has not been sent never passes. A PageToken names the
/// text beside which its page begins, so that texts which come in between, or are deleted, neither repeat nor
/// hide any; without one, Page counts from the newest.
/// Throws Refusal for a parameter that makes no sense.
nlohmann::json list_messages(const MessageStore& messages, const std::string& account_sid,
                             const ApiRequest& request, Moment now);

}  // namespace mock_host::twilio
