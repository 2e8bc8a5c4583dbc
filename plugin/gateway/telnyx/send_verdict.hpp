#pragma once

#include <string>

#include "gateway/gateway.hpp"
#include "net/http_client.hpp"

namespace send_text::telnyx {

/// How sending `body` ended, by the answer to it. `unknown` wherever the text may have been taken.
SendResult send_verdict(const HttpAnswer& answer, const std::string& body);

/// Throws what an answer to a question about the account says is wrong with it, if anything is.
void check_login(const HttpAnswer& answer);

}  // namespace send_text::telnyx
