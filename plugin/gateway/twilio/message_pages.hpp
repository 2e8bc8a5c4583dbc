#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "gateway/http_client.hpp"
#include "gateway/twilio/listed_message.hpp"

namespace send_text::twilio {

/// Asks for a page of the account's messages and returns the answer, in which `messages` is an array. Throws
/// GatewayError.
using Ask = std::function<nlohmann::json(const Form& query)>;

std::vector<ListedMessage> read_messages(const nlohmann::json& answer);

/// One of Twilio's lists, page by page, newest first.
class MessagePages {
  public:
    /// `path` is where the list lies, `filter` what stands in it. `ask` must outlive this.
    MessagePages(const Ask& ask, std::string path, Form filter, int page_size);

    bool is_at_end() const { return is_at_end_; }

    /// The next page; not at the end. Throws GatewayError, also when Twilio points to something that is not
    /// the same list.
    std::vector<ListedMessage> next();

  private:
    std::optional<Form> query_after(const nlohmann::json& answer) const;
    Form query_at(const std::string& uri) const;

    const Ask& ask_;
    std::string path_;
    Form filter_;
    Form query_;  ///< for the next page
    bool is_at_end_ = false;
};

}  // namespace send_text::twilio
