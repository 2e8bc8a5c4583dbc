#pragma once

#include <string>
#include <vector>

namespace send_text::twilio {

/// The spellings of one address that Twilio may have signed. It signs the address as its customer wrote it,
/// which is known here only as the configured `base` and the `target` (path and query) that was asked at
/// `host`: people write the host in capitals, proxies decode "+" in the path and put slashes right, and
/// Twilio itself adds or leaves out the port, and writes characters of the query in more than one way. None
/// of it makes another address of it, so a signature of any spelling is one of this address. Source: what
/// Twilio's helper libraries accept, the Node library's legacy query strings among it.
///
/// The likeliest are first; none when `base` is no address of a web server.
std::vector<std::string> signed_addresses(const std::string& base, const std::string& target,
                                          const std::string& host);

}  // namespace send_text::twilio
