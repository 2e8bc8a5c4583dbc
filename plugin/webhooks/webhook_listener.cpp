#include "webhooks/webhook_listener.hpp"

#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "core/mutex.hpp"
#include "core/secret.hpp"
#include "net/byte_stream.hpp"
#include "webhooks/call_workers.hpp"
#include "webhooks/connection.hpp"
#include "webhooks/listening_socket.hpp"
#include "webhooks/socket_watch.hpp"
#include "webhooks/webhook_handler.hpp"

namespace send_text {
namespace {

using Poco::Net::HTTPResponse;
using Poco::Net::ServerSocket;
using Poco::Net::Socket;
using Poco::Net::StreamSocket;
using Stage = Connection::Stage;

constexpr int max_accepted_at_once = 64;  // then those who are there have their turn
constexpr std::size_t read_bytes = 16 << 10;
constexpr std::size_t max_passed_over_bytes = 1 << 20;
constexpr std::chrono::milliseconds pause_without_room{50};
constexpr std::chrono::milliseconds look_up{250};  // for deadlines, and where a shut socket wakes nobody

void shut_down(Socket& socket) {
    try {
        socket.impl()->shutdown();
    } catch (const Poco::Exception&) {  // the other side has done so
    }
}

/// Says an answer, and that it was the last word.
void say(StreamSocket& socket, const std::string& answer) {
    write_at_once(socket, answer);
    try {
        socket.shutdownSend();
    } catch (const Poco::Exception&) {  // the other side is gone
    }
}

}  // namespace

// Poco's sockets, but not its HTTP server: that one tells the process's error handler, which may be the
// host's, keeps what it read in a pool of the process, has no deadline for a call, spends a thread on each
// connection, and takes its time to stop.
class WebhookListener::State {
  public:
    State(const std::string& address, std::function<bool(const WebhookCall&)> accept, Log& log,
          ListenerLimits limits)
        : limits_(std::move(limits)),
          handler_(std::move(accept), log),
          listening_(listen_at(address)),
          port_(listening_.address().port()),
          workers_([this](Connection& connection) {
              say(connection.socket, handler_.answer(connection.reader.request()));
          }) {
        watch_.add(listening_);
        thread_ = std::thread([this] { run(); });
    }

    ~State() {
        {
            const MutexLock lock(mutex_);
            ending_ = true;
        }
        ended_.notify_all();
        shut_down(listening_);
        thread_.join();
        workers_.stop();
        wipe(buffer_);
    }

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    std::uint16_t port() const { return port_; }
    const WebhookHandler& handler() const { return handler_; }

  private:
    void run() {
        while (!ending_) {
            try {
                take_back();
                end_overdue();
                bool is_asked_for = false;
                for (const Socket& socket : watch_.wait(look_up)) {
                    if (socket == listening_) {
                        is_asked_for = true;
                    } else {
                        read(socket);
                    }
                }
                if (is_asked_for) accept_some();  // last, so that nobody makes room who has just spoken
            } catch (const std::exception&) {  // such as no memory: those who are there still have deadlines
                pause();
            }
        }
    }

    void pause() {
        MutexLock lock(mutex_);
        ended_.wait_for(lock.native(), pause_without_room, [this] { return ending_.load(); });
    }

    void accept_some() {
        const std::uint64_t arrived_before = arrived_;
        for (int count = 0; count < max_accepted_at_once && !ending_; ++count) {
            if (!listening_.poll(0, Socket::SELECT_READ)) return;
            if (connections_.size() >= limits_.max_connections && !make_room(arrived_before)) return;
            try {
                add(listening_.acceptConnection());
            } catch (const Poco::Net::ConnectionAbortedException&) {  // they hung up before
            } catch (const Poco::TimeoutException&) {                 // likewise
            } catch (const Poco::Exception&) {                        // the process is out of sockets
                if (!make_room(arrived_before)) return;
            }
        }
    }

    void add(StreamSocket socket) {
        socket.setBlocking(false);
        socket.setNoDelay(true);
        auto connection = std::make_unique<Connection>();
        connection->socket = socket;
        connection->number = ++arrived_;
        connection->ends = limits_.now() + limits_.call_patience;
        connections_.emplace(socket, std::move(connection));
        watch_.add(socket);
    }

    /// Reads what a connection has, once: what is left brings it here again when the others had their turn.
    void read(const Socket& socket) {
        const auto found = connections_.find(socket);
        if (found == connections_.end()) return;  // it has just made room
        Connection& connection = *found->second;
        buffer_.resize(read_bytes);
        const auto size = read_at_once(connection.socket, buffer_.data(), buffer_.size());
        if (!size) return;
        const std::string_view bytes(buffer_.data(), *size);
        if (connection.stage == Stage::reading) {
            read_call(connection, bytes);
        } else {
            connection.passed_over_bytes += bytes.size();
            if (bytes.empty() || connection.passed_over_bytes > max_passed_over_bytes) end(connection);
        }
        wipe(buffer_);
    }

    void read_call(Connection& connection, std::string_view bytes) {
        try {
            if (bytes.empty()) return end_unfinished(connection, HTTPResponse::HTTP_BAD_REQUEST);
            if (connection.reader.take(bytes)) {
                watch_.remove(connection.socket);
                connection.stage = Stage::checking;
                workers_.add(connection);
            } else if (connection.reader.must_give_leave()) {
                write_at_once(connection.socket, "HTTP/1.1 100 Continue\r\n\r\n");
            }
        } catch (const HttpRefusal& refusal) {
            refuse(connection, refusal.status);
        }
    }

    /// Who never said a word is told nothing either.
    void end_unfinished(Connection& connection, int status) {
        if (!connection.reader.has_begun()) return end(connection);
        refuse(connection, status);
    }

    void refuse(Connection& connection, int status) {
        say(connection.socket, handler_.refuse(status));
        begin_ending(connection);
    }

    /// Who is cut off while writing may never see the answer: they are listened to until they have had
    /// enough.
    void begin_ending(Connection& connection) {
        connection.stage = Stage::ending;
        connection.ends = limits_.now() + limits_.farewell_patience;
    }

    /// Those that the workers have answered.
    void take_back() {
        for (Connection* const connection : workers_.finished()) {
            begin_ending(*connection);
            watch_.add(connection->socket);
        }
    }

    void end_overdue() {
        const auto now = limits_.now();
        std::vector<Connection*> overdue;
        for (const auto& [socket, connection] : connections_) {
            if (connection->stage != Stage::checking && connection->ends <= now)
                overdue.push_back(connection.get());
        }
        for (Connection* const connection : overdue) {
            if (connection->stage == Stage::ending) {
                end(*connection);
            } else {
                end_unfinished(*connection, HTTPResponse::HTTP_REQUEST_TIMEOUT);
            }
        }
    }

    /// Ends one that is answered, or else the one that has been reading longest. False when there is none
    /// that was there before, and had its turn.
    bool make_room(std::uint64_t arrived_before) {
        Connection* slowest = nullptr;
        bool are_all_checked = true;
        const auto order = [](const Connection& connection) {
            return std::pair(connection.stage == Stage::reading, connection.number);
        };
        for (const auto& [socket, connection] : connections_) {
            if (connection->stage == Stage::checking) continue;
            are_all_checked = false;
            if (connection->number > arrived_before) continue;
            if (slowest == nullptr || order(*connection) < order(*slowest)) slowest = connection.get();
        }
        if (slowest != nullptr) end(*slowest);
        if (are_all_checked) pause();  // nothing else would keep this thread from asking again at once
        return slowest != nullptr;
    }

    void end(Connection& connection) {
        StreamSocket socket = connection.socket;
        watch_.remove(socket);
        connections_.erase(socket);
        socket.close();
    }

    const ListenerLimits limits_;
    WebhookHandler handler_;
    ServerSocket listening_;
    const std::uint16_t port_;

    // Of the thread alone.
    SocketWatch watch_;
    std::map<Socket, std::unique_ptr<Connection>> connections_;
    std::uint64_t arrived_ = 0;
    std::string buffer_;  // wiped after each use

    CallWorkers workers_;
    Mutex mutex_;  // only for ended_: so that no wait misses that ending_ was set
    std::condition_variable ended_;
    std::atomic<bool> ending_{false};
    std::thread thread_;
};

WebhookListener::WebhookListener(const std::string& address, std::function<bool(const WebhookCall&)> accept,
                                 Log& log, ListenerLimits limits)
    : state_(std::make_unique<State>(address, std::move(accept), log, std::move(limits))) {}

WebhookListener::~WebhookListener() = default;

std::uint16_t WebhookListener::port() const {
    return state_->port();
}

std::int64_t WebhookListener::accepted() const {
    return state_->handler().accepted();
}

std::int64_t WebhookListener::refused() const {
    return state_->handler().refused();
}

}  // namespace send_text
