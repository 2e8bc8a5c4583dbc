#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "mock_host/web/api_request.hpp"

namespace mock_host {

class EventHub;

struct WebServerOptions {
    std::optional<std::uint16_t> port;  ///< nothing: 8321 if that is free, else any free one; 0: any free one
    std::filesystem::path pages;        ///< the folder with index.html
    std::string run_id;                 ///< tells pages that they talk to another run
};

/// The screens' server: HTTP on 127.0.0.1 only. It serves the pages' files, lets only these pages ask for
/// anything below /api, and streams the events.
class WebServer {
  public:
    /// Answers what is asked below /api, on many threads at once; what it throws is turned into an answer
    /// (failure_answer.hpp).
    using Answer = std::function<ApiResult(const ApiCall&)>;

    /// Listens from now on. `events` must outlive it. Throws std::runtime_error, in words, when the port
    /// cannot be had.
    WebServer(const WebServerOptions& options, Answer answer, EventHub& events);
    /// Ends after the requests at work; the hub must have ended, or be ended by others, for the streams to
    /// end.
    ~WebServer();

    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;

    std::uint16_t port() const;
    std::string url() const;           ///< "http://127.0.0.1:8321/"
    const std::string& token() const;  ///< what pages must send with each change

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace mock_host
