#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/http_client.hpp"

namespace send_text {

/// A part of a path with its %XX read. Nothing when it is malformed.
std::optional<std::string> percent_decoded(std::string_view text);

/// The parameters of an application/x-www-form-urlencoded body, in their order. Nothing when it is malformed,
/// or has more than 1,000 parameters.
std::optional<Form> url_decoded(std::string_view body);

}  // namespace send_text
