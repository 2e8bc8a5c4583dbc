// A reply that the carrier tells of: the whole way, with a clock that never comes to the next poll.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "mock_host/loader/worker_call.hpp"
#include "texting_office.hpp"

using namespace mock_host;
using namespace std::chrono_literals;

namespace {

/// An address of this machine at which nobody listens just now.
std::string free_address() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    REQUIRE(bind(probe, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    close(probe);
    return "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

}  // namespace

TEST_CASE("a webhook brings a reply at once") {
    const std::string address = free_address();
    TextingOffice office({{"webhook_listener", address}, {"webhook_address", "http://" + address}});
    office.text("Can you work on Monday?");
    const nlohmann::json handsets = office.carrier.all_handsets();
    REQUIRE(handsets.size() == 1);

    office.carrier.reply(handsets[0]["number"], "+16515550100", "Yes, Monday is fine.");
    const auto end = std::chrono::steady_clock::now() + TextingOffice::guard;
    while (office.host->notifications().all().empty() && std::chrono::steady_clock::now() < end)
        run_tasks_for(*office.host, 20ms);
    REQUIRE(office.host->notifications().all().size() == 1);
    CHECK(office.host->notifications().all()[0].text == "Yes, Monday is fine.");
}
