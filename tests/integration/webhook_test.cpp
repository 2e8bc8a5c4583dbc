// A reply that the carrier tells of: the whole way, with a clock that never comes to the next poll.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/carrier_process.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"

using namespace mock_host;
using namespace std::chrono_literals;

namespace {

constexpr auto guard = 60s;

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
    const TemporaryFolder folder;
    const CarrierProcess simulator(CARRIER_SIMULATOR);
    CarrierControl carrier(simulator.url());
    const auto database = StaffingDatabase::in_memory();
    const PluginLibrary library(SEND_TEXT);
    HostOptions options;
    options.data_folder = folder.path();
    options.plugin_id = library.plugin_id();
    options.clock_start_ms = 1'772'474'400'000;  // 2026-03-02T18:00:00Z
    Host host(*database, options);
    host.session().log_in("aswanson");
    LoadedPlugin loaded(library, host);
    loaded.activate();
    const PluginCalls plugin(loaded.life());
    const std::string address = free_address();
    on_worker(host, guard, [&] {
        REQUIRE(plugin
                    .change_settings({{"zipwhip_base_url", simulator.url()},
                                      {"webhook_listener", address},
                                      {"webhook_address", "http://" + address}})
                    .empty());
        plugin.save_account(0, {{"owner", "user"},
                                {"service_rep", "1"},
                                {"carrier", "zipwhip"},
                                {"username", "6515550100"},
                                {"password", "secret"}});
    });
    plugin.perform({STAFFING_MENU_PLACE_EMPLOYEE_RECORD, {{RecordKind::employee, 5814}}, 0}, "send_text");
    wait_until_settled(host, guard);
    const std::uint64_t dialog = host.dialogs().ids().back();
    host.dialogs().type(dialog, "body", "Can you work on Monday?");
    host.dialogs().press(dialog, "send");
    wait_until_settled(host, guard);
    const nlohmann::json handsets = carrier.all_handsets();
    REQUIRE(handsets.size() == 1);

    carrier.reply(handsets[0]["number"], "+16515550100", "Yes, Monday is fine.");
    const auto end = std::chrono::steady_clock::now() + guard;
    while (host.notifications().all().empty() && std::chrono::steady_clock::now() < end)
        run_tasks_for(host, 20ms);
    REQUIRE(host.notifications().all().size() == 1);
    CHECK(host.notifications().all()[0].text == "Yes, Monday is fine.");
}
