#pragma once

#include <string>

namespace mock_host::telnyx {

/// Whether a text is a UUID, as all ids are here.
bool is_id(const std::string& text);
/// A new one, random.
std::string new_id();
/// The one that belongs to a text, always the same.
std::string id_of(const std::string& text);

}  // namespace mock_host::telnyx
