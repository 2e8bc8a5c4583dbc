#include "unit/gateway/scripted_server.hpp"

#include <Poco/Net/SecureServerSocket.h>
#include <pthread.h>

#include <array>
#include <csignal>
#include <cstdlib>

namespace {

Poco::Net::ServerSocket listening(const Poco::Net::Context::Ptr& tls) {
    const Poco::Net::SocketAddress address("127.0.0.1", 0);
    if (tls) return Poco::Net::SecureServerSocket(address, 8, tls);
    return Poco::Net::ServerSocket(address, 8);
}

// Clients that hang up are what is tested here; they must not end the program.
void ignore_broken_pipes() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

std::size_t length_of(const std::string& head) {
    const std::size_t at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 16, nullptr, 10);
}

}  // namespace

bool Peer::receive() {
    while (!stopping_) {
        // What TLS has already taken off the socket does not make it readable.
        const bool is_there = socket_.available() > 0;
        if (!is_there && !socket_.poll(Poco::Timespan(0, 20'000), Poco::Net::Socket::SELECT_READ)) continue;
        std::array<char, 4096> chunk{};
        const int size = socket_.receiveBytes(chunk.data(), static_cast<int>(chunk.size()));
        if (size <= 0) return false;
        buffer_.append(chunk.data(), static_cast<std::size_t>(size));
        return true;
    }
    return false;
}

std::string Peer::read_request() {
    std::size_t end = std::string::npos;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!receive()) return {};
    }
    const std::size_t size = end + 4 + length_of(buffer_.substr(0, end));
    while (buffer_.size() < size) {
        if (!receive()) return {};
    }
    std::string request = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return request;
}

void Peer::write(const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        sent += static_cast<std::size_t>(
            socket_.sendBytes(bytes.data() + sent, static_cast<int>(bytes.size() - sent)));
    }
}

bool Peer::client_closes_within(int milliseconds) {
    if (stopping_) return true;
    if (!socket_.poll(Poco::Timespan(0, milliseconds * 1000), Poco::Net::Socket::SELECT_READ)) return false;
    return !receive();
}

void Peer::wait_for_close() {
    while (receive()) {
    }
}

ScriptedServer::ScriptedServer(Script script, Poco::Net::Context::Ptr tls)
    : script_(std::move(script)),
      is_secure_(!tls.isNull()),
      socket_(listening(tls)),
      port_(socket_.address().port()),
      thread_([this] { run(); }) {}

ScriptedServer::~ScriptedServer() {
    stopping_ = true;
    thread_.join();
}

bool ScriptedServer::take_request(Peer& peer) {
    std::string request = peer.read_request();
    if (request.empty()) return false;
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
    return true;
}

std::string ScriptedServer::base_url(const std::string& host) const {
    return std::string(is_secure_ ? "https://" : "http://") + host + ":" + std::to_string(port_);
}

std::vector<std::string> ScriptedServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void ScriptedServer::wait_for_ended(int count) const {
    int ended = ended_;
    while (ended < count) {
        ended_.wait(ended);
        ended = ended_;
    }
}

void ScriptedServer::run() {
    ignore_broken_pipes();
    while (!stopping_) {
        if (!socket_.poll(Poco::Timespan(0, 20'000), Poco::Net::Socket::SELECT_READ)) continue;
        try {
            Poco::Net::StreamSocket connection = socket_.acceptConnection();
            ++connections_;
            Peer peer(connection, stopping_);
            script_(peer, *this);
        } catch (const Poco::Exception&) {
            // The client hung up.
        }
        ++ended_;
        ended_.notify_all();
    }
}

std::string http_answer(const std::string& body, const std::string& status, const std::string& headers) {
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

ScriptedServer::Script always(const std::string& answer) {
    return [answer](Peer& peer, ScriptedServer& server) {
        while (server.take_request(peer))
            peer.write(answer);
    };
}
