#include "carrier/web_address.hpp"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>

namespace mock_host {

bool is_web_address(const std::string& url) {
    try {
        const Poco::URI uri(url);
        return (uri.getScheme() == "http" || uri.getScheme() == "https") && !uri.getHost().empty();
    } catch (const Poco::Exception&) {
        return false;
    }
}

std::string without_key(const std::string& url) {
    const std::string hidden = "(hidden)";
    const std::size_t scheme = url.find("://");
    if (scheme == std::string::npos) return hidden;
    const std::size_t authority = scheme + 3;
    const std::size_t path = std::min(url.find_first_of("/?#", authority), url.size());
    const std::string whole_host = url.substr(authority, path - authority);
    const std::size_t at = whole_host.rfind('@');
    const std::string shown =
        url.substr(0, authority) + (at == std::string::npos ? whole_host : whole_host.substr(at + 1));
    if (path == url.size()) return shown;
    const std::size_t end = std::min(url.find_first_of("?#", path), url.size());
    const std::size_t second = path < end ? url.find('/', path + 1) : std::string::npos;
    const bool has_second = second != std::string::npos && second < end;
    return shown + (has_second ? url.substr(path, second - path) : std::string()) + "/" + hidden;
}

}  // namespace mock_host
