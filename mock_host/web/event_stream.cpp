#include "mock_host/web/event_stream.hpp"

#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/StreamSocket.h>

#include <nlohmann/json.hpp>

#include "mock_host/web/event_hub.hpp"

namespace mock_host {

namespace {

namespace net = Poco::Net;
using namespace std::chrono_literals;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr auto between_heartbeats = 10s;
constexpr auto between_looks = 500ms;  ///< whether the page is still there
constexpr auto gathering = 50ms;       ///< what changes within is told together

/// The request was read to its end, so anything to read now is the page's farewell.
bool is_gone(net::HTTPServerRequest& request) {
    net::StreamSocket& socket = dynamic_cast<net::HTTPServerRequestImpl&>(request).socket();
    return socket.poll(Poco::Timespan(0), net::Socket::SELECT_READ);
}

void write_event(std::ostream& stream, const char* event, const json& data) {
    stream << "event: " << event << "\ndata: " << data.dump() << "\n\n" << std::flush;
}

}  // namespace

void stream_events(net::HTTPServerRequest& request, net::HTTPServerResponse& response, EventHub& events,
                   const std::string& run_id) {
    EventHub::Listener listener(events);
    response.setContentType("text/event-stream");
    response.setKeepAlive(false);  // the end of the stream is the end of the connection
    std::ostream& stream = response.send();
    write_event(stream, "hello", {{"run", run_id}});
    auto last_written = Clock::now();
    while (stream && !events.has_ended() && !is_gone(request)) {
        const auto topics = listener.wait(between_looks);
        if (!topics.empty()) {
            write_event(stream, "changed", {{"topics", topics}});
            last_written = Clock::now();
            events.wait_for_end(gathering);
        } else if (Clock::now() - last_written >= between_heartbeats) {
            stream << ": still here\n\n" << std::flush;
            last_written = Clock::now();
        }
    }
}

}  // namespace mock_host
