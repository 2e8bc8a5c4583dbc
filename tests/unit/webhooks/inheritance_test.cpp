// A program that the host starts must not keep the webhooks' port taken when the host has ended.

#include <Poco/Net/SocketAddress.h>
#include <fcntl.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "net/private_sockets.hpp"
#include "unit/webhooks/shared_log.hpp"
#include "webhooks/webhook_listener.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

std::set<int> inheritable_files() {
    std::set<int> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        const int descriptor = std::atoi(entry.path().filename().c_str());
        const int flags = ::fcntl(descriptor, F_GETFD);
        if (flags >= 0 && (flags & FD_CLOEXEC) == 0) found.insert(descriptor);
    }
    return found;
}

}  // namespace

TEST_CASE("nothing of the listener is inherited, the connections to it neither") {
    const std::set<int> before = inheritable_files();
    SharedLog log;
    WebhookListener listener(
        "127.0.0.1:0", [](const WebhookCall&) { return true; }, log);
    Poco::Net::StreamSocket caller = private_stream_socket();
    caller.connect(Poco::Net::SocketAddress("127.0.0.1", listener.port()), Poco::Timespan(20, 0));
    const std::string call =
        "POST /zipwhip/good HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: "
        "2\r\n\r\n{}";
    caller.sendBytes(call.data(), static_cast<int>(call.size()));
    char answer[64] = {};
    CHECK(caller.receiveBytes(answer, sizeof answer) > 0);  // the connection is there, and was read
    CHECK(inheritable_files() == before);
}
