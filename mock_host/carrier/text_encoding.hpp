#pragma once

#include <string>

namespace mock_host {

/// Whether a text is well-formed UTF-8, and so can stand in JSON.
bool is_utf8(const std::string& text);

/// The characters of a text that is UTF-8.
std::u32string to_characters(const std::string& utf8);

}  // namespace mock_host
