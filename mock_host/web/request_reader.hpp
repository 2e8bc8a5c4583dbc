#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mock_host/web/api_request.hpp"

namespace Poco::Net {
class HTTPServerRequest;
}

namespace mock_host {

/// Reads requests and refuses those that did not come from a page of this server: a web site that the same
/// browser shows must reach nothing here. All throw ApiError.
class RequestReader {
  public:
    RequestReader(std::uint16_t port, std::string token);

    /// The name that was asked must be this server's (else a foreign name could point here), and the page
    /// that asks, if the browser names one, too. 403.
    void check_sender(const Poco::Net::HTTPServerRequest& request) const;

    /// The parts of the path, decoded; none for "/". 400.
    static std::vector<std::string> path(const Poco::Net::HTTPServerRequest& request);

    /// A request below /api, `path` being the part of its path after that. A change must bring the page's
    /// token (403) and a body of JSON (415, 400) that is not too large (413).
    ApiCall read(Poco::Net::HTTPServerRequest& request, std::vector<std::string> path) const;

  private:
    std::string host_names_[2];
    std::string token_;
};

}  // namespace mock_host
