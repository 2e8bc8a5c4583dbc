#pragma once

#include <Poco/Net/Context.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

/// One connection at a scripted server.
class Peer {
  public:
    Peer(const Poco::Net::StreamSocket& socket, const std::atomic<bool>& stopping)
        : socket_(socket), stopping_(stopping) {}

    /// A whole request, head and body; empty once the client has closed or the server stops.
    std::string read_request();
    void write(const std::string& bytes);
    /// Waits until the client has closed, for no longer than `milliseconds`. Says whether it has.
    bool client_closes_within(int milliseconds);
    void wait_for_close();

  private:
    bool receive();

    Poco::Net::StreamSocket socket_;
    const std::atomic<bool>& stopping_;
    std::string buffer_;
};

/// A server on a free port of 127.0.0.1 that does to each connection, one after the other, what the script
/// says, and keeps what arrived.
class ScriptedServer {
  public:
    using Script = std::function<void(Peer&, ScriptedServer&)>;

    explicit ScriptedServer(Script script, Poco::Net::Context::Ptr tls = nullptr);
    ~ScriptedServer();

    /// Reads a request off `peer` and keeps it; false at the end.
    bool take_request(Peer& peer);

    std::string base_url(const std::string& host = "127.0.0.1") const;
    int port() const { return port_; }
    std::vector<std::string> requests() const;
    int connections() const { return connections_; }
    /// Waits until this many connections have ended on the server's side.
    void wait_for_ended(int count) const;

  private:
    void run();

    Script script_;
    bool is_secure_;
    Poco::Net::ServerSocket socket_;
    int port_;
    std::atomic<bool> stopping_{false};
    std::atomic<int> connections_{0};
    std::atomic<int> ended_{0};
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::thread thread_;
};

/// A complete HTTP answer with a Content-Length; `headers` are lines that end in CRLF.
std::string http_answer(const std::string& body, const std::string& status = "200 OK",
                        const std::string& headers = "");

/// Answers each request of a connection with the same bytes, until the client closes.
ScriptedServer::Script always(const std::string& answer);
