#pragma once

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>

#include <atomic>
#include <map>
#include <memory>
#include <string>

#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/web/event_hub.hpp"
#include "mock_host/web/web_server.hpp"

/// A server on a free port with a few pages, and a browser's part of the talk, but for what is forbidden to
/// browsers.
class Site {
  public:
    /// Calls below /api are counted, and answered by `answer`; by default with what was asked.
    explicit Site(mock_host::WebServer::Answer answer = echo);
    ~Site();

    struct Answer {
        int status = 0;
        std::string body;
        std::map<std::string, std::string> headers;
    };
    using Headers = std::map<std::string, std::string>;

    Answer get(const std::string& target, const Headers& headers = {}) {
        return ask("GET", target, {}, headers);
    }
    /// A change as the pages make it: with their token, as JSON. Headers that are given replace its own; an
    /// empty one is left out.
    Answer change(const std::string& method, const std::string& target, const std::string& body,
                  const Headers& headers = {});
    Answer ask(const std::string& method, const std::string& target, const std::string& body,
               const Headers& headers);

    /// The status alone.
    int status_of(const std::string& target, const Headers& headers = {}) {
        return get(target, headers).status;
    }

    /// An open stream of events.
    class Stream {
      public:
        explicit Stream(std::uint16_t port);
        /// The next lines up to an empty one, joined by "|"; empty at its end.
        std::string next();

      private:
        Poco::Net::HTTPClientSession session_;
        Poco::Net::HTTPResponse response_;
        std::istream* stream_;
    };
    Stream listen() { return Stream(server_->port()); }

    mock_host::EventHub& events() { return events_; }
    mock_host::WebServer& server() { return *server_; }
    int calls() const { return calls_; }
    std::string own_host() const { return "127.0.0.1:" + std::to_string(server_->port()); }

  private:
    static mock_host::ApiResult echo(const mock_host::ApiCall& call);

    const mock_host::TemporaryFolder folder_;
    std::atomic<int> calls_{0};
    mock_host::EventHub events_;
    std::unique_ptr<mock_host::WebServer> server_;
};
