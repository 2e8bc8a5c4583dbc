#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gateway/twilio/listed_message.hpp"
#include "gateway/twilio/next_page.hpp"
#include "net/http_client.hpp"

namespace send_text::twilio {

/// Asks for a page of the account's messages and returns the answer, in which `messages` is an array. Throws
/// GatewayError.
using Ask = std::function<nlohmann::json(const Form& query)>;

std::vector<ListedMessage> read_messages(const nlohmann::json& answer);

/// One of Twilio's lists, page by page, newest first.
class MessagePages {
  public:
    /// `ask` must outlive this.
    MessagePages(const Ask& ask, ListPlace place, int page_size);

    /// No further page can be had: this is the end, or the list is broken off.
    bool is_over() const { return is_over_; }

    /// Why no further page can be had although the list may go on, in a sentence.
    const std::optional<std::string>& broken_off() const { return broken_off_; }

    /// The next page; not when it is over. A first page that cannot be had throws GatewayError; so does a
    /// later one, unless asking again would not help: that breaks the list off.
    std::vector<ListedMessage> next();

  private:
    void break_off(const std::string& what);
    bool leads_back(const std::vector<ListedMessage>& messages);

    const Ask& ask_;
    ListPlace place_;
    Form query_;  ///< for the next page
    bool is_over_ = false;
    std::optional<std::string> broken_off_;
    std::set<std::string> first_ids_;  ///< of each page
    int empty_pages_ = 0;              ///< in a row
};

}  // namespace send_text::twilio
