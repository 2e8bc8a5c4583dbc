#pragma once

#include <map>
#include <string>

#include "net/http_client.hpp"

namespace send_text {

/// What somebody sent to the webhook listener. Nothing of it is believed but that it is theirs to send.
struct WebhookCall {
    std::string carrier;  ///< its id: the first part of the path
    std::string name;     ///< the second part: the communication key, or the line
    std::string target;   ///< path and query, as they came
    std::string host;     ///< that was asked, as it came; empty: not told
    Form parameters;      ///< of a form
    std::string body;
    bool is_form = false;
    std::map<std::string, std::string> headers;  ///< by name in lower case; of several, joined by ", "

    /// The value of a header, empty if it is not there. `header` is in lower case.
    std::string header(const std::string& header) const {
        const auto found = headers.find(header);
        return found == headers.end() ? std::string() : found->second;
    }
};

}  // namespace send_text
