#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "mock_host/app/first_start.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "support/running_host.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

json accounts_of(RunningHost& host) {
    json accounts;
    host.with_plugin([&](Host&, const PluginCalls& plugin) { accounts = plugin.accounts(); });
    return accounts;
}

}  // namespace

TEST_CASE("the first start points the plug-in to the simulator and makes an account, once for all") {
    const TemporaryFolder folder;
    Running running;
    RunningHost& host = running.host();
    host.on_main_thread([](Host& now) { now.session().log_in("aswanson"); });
    host.load(SEND_TEXT);
    prepare_plugin(host, folder.path());
    const json accounts = accounts_of(host);
    REQUIRE(accounts.size() == 1);
    REQUIRE(accounts[0]["values"]["owner"] == "branch");
    REQUIRE(accounts[0]["values"]["username"] == "9013456100");  // the telephone of Memphis NE
    host.with_plugin([&](Host&, const PluginCalls& plugin) {
        REQUIRE(plugin.settings()["zipwhip_base_url"] == host.carrier_url());
        REQUIRE(plugin.settings()["twilio_base_url"] == host.carrier_url());
        plugin.remove_account(accounts[0]["id"]);
        REQUIRE(plugin.change_settings({{"zipwhip_base_url", "http://127.0.0.1:1"}}).empty());
    });

    prepare_plugin(host, folder.path());
    REQUIRE(accounts_of(host).empty());
    host.with_plugin([&](Host&, const PluginCalls& plugin) {
        REQUIRE(plugin.settings()["zipwhip_base_url"] == host.carrier_url());
    });
}

TEST_CASE("accounts that are there stay alone") {
    const TemporaryFolder folder;
    const TemporaryFolder other_folder;
    Running running;
    RunningHost& host = running.host();
    host.on_main_thread([](Host& now) { now.session().log_in("aswanson"); });
    host.load(SEND_TEXT);
    prepare_plugin(host, folder.path());
    prepare_plugin(host, other_folder.path());
    REQUIRE(accounts_of(host).size() == 1);
}

TEST_CASE("of a plug-in with other settings and accounts nothing is wanted") {
    const TemporaryFolder folder;
    Running running;
    running.host().load(FIXTURE_PLUGIN);
    REQUIRE_NOTHROW(prepare_plugin(running.host(), folder.path()));
    REQUIRE(accounts_of(running.host()).empty());
}
