#pragma once

#include "gateway/gateway.hpp"
#include "net/http_client.hpp"

namespace send_text {

/// What it means for a text that there is no answer to sending it.
SendResult send_without_answer(const HttpError& error);

/// What it means for any other request: throws GatewayError, or Cancelled.
[[noreturn]] void throw_no_answer(const HttpError& error);

}  // namespace send_text
