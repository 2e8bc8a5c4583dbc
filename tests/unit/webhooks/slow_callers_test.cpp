// A listener that many are connected to who say nothing, too little, too slowly or too much. Time is the
// test's: it stands still until it is moved.
#include <Poco/Net/StreamSocket.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "unit/webhooks/shared_log.hpp"
#include "webhooks/webhook_listener.hpp"

using namespace send_text;
using namespace send_text::testing;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Poco::Net::StreamSocket;

namespace {

const std::string half_a_call = "POST /zipwhip/good HTTP/1.1\r\nContent-Le";
const std::string whole_call = "POST /zipwhip/good HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi";
const std::string status_200 = "HTTP/1.1 200 OK\r\n";

void say(StreamSocket& socket, const std::string& words) {
    socket.sendBytes(words.data(), static_cast<int>(words.size()), MSG_NOSIGNAL);
}

/// All that is said until the other side hangs up.
std::string read_answer(StreamSocket& socket) {
    std::string words;
    char buffer[4096];
    try {
        for (;;) {
            const int size = socket.receiveBytes(buffer, sizeof buffer);
            if (size <= 0) return words;
            words.append(buffer, static_cast<std::size_t>(size));
        }
    } catch (const Poco::Exception&) {  // reset
        return words;
    }
}

/// Nothing was said, and nobody has hung up.
bool is_still_open(StreamSocket& socket) {
    return !socket.poll(0, Poco::Net::Socket::SELECT_READ | Poco::Net::Socket::SELECT_ERROR);
}

/// Both ends of a thousand connections are this process's.
void allow_descriptors() {
    rlimit limit{};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &limit) == 0);
    limit.rlim_cur = std::max<rlim_t>(limit.rlim_cur, 4'096);
    REQUIRE(setrlimit(RLIMIT_NOFILE, &limit) == 0);
}

struct Office {
    explicit Office(std::size_t max_connections = 256) { limits.max_connections = max_connections; }

    StreamSocket connect(const std::string& words = "") const {
        StreamSocket socket(Poco::Net::SocketAddress("127.0.0.1", listener->port()));
        if (!words.empty()) say(socket, words);
        return socket;
    }
    /// The answer to a genuine call.
    std::string call() const {
        StreamSocket socket = connect(whole_call);
        return read_answer(socket);
    }
    void start() {
        limits.now = [this] { return std::chrono::steady_clock::time_point(1h) + passed.load(); };
        listener = std::make_unique<WebhookListener>(
            "127.0.0.1:0", [](const WebhookCall& call) { return call.name == "good"; }, log, limits);
    }

    std::atomic<std::chrono::seconds> passed{0s};
    SharedLog log;
    ListenerLimits limits;
    std::unique_ptr<WebhookListener> listener;
};

}  // namespace

TEST_CASE("a genuine call is answered while a thousand others are open and say nothing or half of it") {
    allow_descriptors();
    Office office(1'100);
    office.start();
    std::vector<StreamSocket> slow;
    for (int count = 0; count < 1'000; ++count)
        slow.push_back(office.connect(count % 2 == 0 ? half_a_call : ""));
    CHECK_THAT(office.call(), StartsWith(status_200));
    for (StreamSocket& each : slow)
        say(each, "n");  // a byte a second
    CHECK_THAT(office.call(), StartsWith(status_200));
    CHECK(std::all_of(slow.begin(), slow.end(), is_still_open));
    CHECK(office.listener->refused() == 0);
}

TEST_CASE("when places are short the slowest makes room") {
    Office office(3);
    office.start();
    StreamSocket first = office.connect(half_a_call);
    StreamSocket second = office.connect();
    StreamSocket third = office.connect(half_a_call);
    CHECK_THAT(office.call(), StartsWith(status_200));
    CHECK(read_answer(first).empty());
    CHECK(is_still_open(second));
    CHECK(is_still_open(third));
}

TEST_CASE("more come than there is room for, and a genuine call is answered all the same") {
    allow_descriptors();
    Office office(50);
    office.start();
    std::vector<StreamSocket> slow;
    for (int count = 0; count < 1'000; ++count)
        slow.push_back(office.connect(half_a_call));
    CHECK_THAT(office.call(), StartsWith(status_200));
    CHECK(std::count_if(slow.begin(), slow.end(), is_still_open) <= 50);
}

TEST_CASE("who is too slow is told so at the deadline, unless they never said a word") {
    Office office;
    office.start();
    StreamSocket silent = office.connect();
    StreamSocket slow = office.connect(half_a_call);
    StreamSocket without_body = office.connect("POST /zipwhip/good HTTP/1.1\r\nContent-Length: 2\r\n\r\nh");
    CHECK_THAT(office.call(), StartsWith(status_200));  // so all of them are there
    office.passed = 5s;
    CHECK(read_answer(silent).empty());
    CHECK_THAT(read_answer(slow), StartsWith("HTTP/1.1 408 "));
    CHECK_THAT(read_answer(without_body), StartsWith("HTTP/1.1 408 "));
    CHECK(office.listener->refused() == 2);
}

TEST_CASE("who hangs up amid a call is told so") {
    Office office;
    office.start();
    for (const std::string& words :
         {std::string("POST /zipwhip/good HTTP/1.1\r\na: x"),
          std::string("POST /zipwhip/good HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc"),
          std::string("\r\n\r\n")}) {
        StreamSocket socket = office.connect(words);
        socket.shutdownSend();
        CHECK_THAT(read_answer(socket), StartsWith("HTTP/1.1 400 "));
    }
    StreamSocket silent = office.connect();
    silent.shutdownSend();
    CHECK(read_answer(silent).empty());
    CHECK(office.listener->refused() == 3);
}

TEST_CASE("who does not hang up after the answer is hung up on") {
    Office office;
    office.start();
    StreamSocket socket = office.connect(whole_call + "\r\nand more");
    CHECK_THAT(read_answer(socket), StartsWith(status_200));
    std::vector<StreamSocket> others;
    const auto is_refused = [&] {
        try {
            say(socket, "more");
            return false;
        } catch (const Poco::Exception&) {
            return true;
        }
    };
    CHECK_FALSE(is_refused());
    while (!is_refused()) {  // until the listener's thread has seen that the time is over
        office.passed = office.passed.load() + 1s;
        CHECK_THAT(office.call(), StartsWith(status_200));
    }
}

TEST_CASE("a call that arrives byte by byte is answered") {
    Office office;
    office.start();
    StreamSocket socket = office.connect();
    for (const char byte : whole_call)
        say(socket, {byte});
    CHECK_THAT(read_answer(socket), StartsWith(status_200));
}

TEST_CASE("calls that wait for a checker do not make room for others") {
    SharedLog log;
    ListenerLimits limits;
    limits.max_connections = 6;
    std::promise<void> may_leave;
    const std::shared_future<void> leave = may_leave.get_future().share();
    std::atomic<int> entered{0};
    WebhookListener listener(
        "127.0.0.1:0",
        [&](const WebhookCall&) {
            ++entered;
            leave.wait();
            return true;
        },
        log, limits);
    std::vector<StreamSocket> callers;
    for (int count = 0; count < 20; ++count) {
        callers.emplace_back(Poco::Net::SocketAddress("127.0.0.1", listener.port()));
        say(callers.back(), whole_call);
    }
    while (entered < 4)
        std::this_thread::yield();
    may_leave.set_value();
    for (StreamSocket& caller : callers)
        CHECK_THAT(read_answer(caller), StartsWith(status_200));
    CHECK(listener.accepted() == 20);
}

TEST_CASE("a process that has no more sockets answers again when it has") {
    Office office;
    office.start();
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
    StreamSocket slow = office.connect(half_a_call);
    CHECK_THAT(office.call(), StartsWith(status_200));
    StreamSocket late(Poco::Net::SocketAddress::IPv4);  // its descriptor, while there are some
    rlimit none = before;
    none.rlim_cur = 0;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
    late.connect(Poco::Net::SocketAddress("127.0.0.1", office.listener->port()));
    say(late, whole_call);
    REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK_THAT(read_answer(late), StartsWith(status_200));
}
