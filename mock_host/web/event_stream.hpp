#pragma once

#include <string>

namespace Poco::Net {
class HTTPServerRequest;
class HTTPServerResponse;
}  // namespace Poco::Net

namespace mock_host {

class EventHub;

/// Server-sent events: "hello" with the run, then "changed" with topics as they change. Returns when the page
/// is gone or the hub has ended.
void stream_events(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response,
                   EventHub& events, const std::string& run_id);

}  // namespace mock_host
