#pragma once

#include <string>

namespace mock_host {

/// Whether a text is well-formed UTF-8, and so can stand in JSON.
bool is_utf8(const std::string& text);

}  // namespace mock_host
