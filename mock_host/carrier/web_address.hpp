#pragma once

#include <string>

namespace mock_host {

/// Whether something can be posted to an address: http or https, and a host.
bool is_web_address(const std::string& url);

/// The address of a webhook as it may be shown. What says who may call it stands in its path, its query or
/// before its host, so of "https://user@host/zipwhip/KEY?a=b" only "https://host/zipwhip/(hidden)" is left;
/// of a path with one part nothing is.
std::string without_key(const std::string& url);

}  // namespace mock_host
