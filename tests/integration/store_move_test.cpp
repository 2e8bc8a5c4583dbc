// The store goes to another place while the plug-in is at work.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <chrono>
#include <filesystem>
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
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto guard = 60s;
using Problems = std::map<std::string, std::string>;

/// A host in which somebody can text.
struct Office {
    Office() {
        options.data_folder = folder.path();
        options.plugin_id = library.plugin_id();
        options.clock_start_ms = 1'772'474'400'000;  // 2026-03-02T18:00:00Z
        host.emplace(*database, options);
        host->session().log_in("aswanson");
        start();
        REQUIRE(change({{"zipwhip_base_url", simulator.url()}}).empty());
        on_worker(*host, guard, [&] {
            plugin().save_account(0, {{"owner", "user"},
                                      {"service_rep", "1"},
                                      {"carrier", "zipwhip"},
                                      {"username", "6515550100"},
                                      {"password", "secret"}});
        });
    }

    void start() {
        loaded.emplace(library, *host);
        loaded->activate();
    }
    PluginCalls plugin() const { return PluginCalls(loaded->life()); }

    Problems change(const nlohmann::json& values) {
        Problems problems;
        on_worker(*host, guard, [&] { problems = plugin().change_settings(values); });
        wait_until_settled(*host, guard);
        return problems;
    }

    std::uint64_t open_compose() {
        plugin().perform({STAFFING_MENU_PLACE_EMPLOYEE_RECORD, {{RecordKind::employee, 5814}}, 0},
                         "send_text");
        wait_until_settled(*host, guard);
        return host->dialogs().ids().back();
    }

    void text(const std::string& body) {
        const std::uint64_t dialog = open_compose();
        host->dialogs().type(dialog, "body", body);
        host->dialogs().press(dialog, "send");
        wait_until_settled(*host, guard);
        while (!host->dialogs().ids().empty())
            host->dialogs().close_by_person(host->dialogs().ids().back());
    }

    std::size_t texts_on_handset() { return carrier.all_handsets().at(0).at("texts").size(); }

    std::size_t messages() { return database->messages().of_record({RecordKind::employee, 5814}).size(); }

    std::string audit() {
        std::string file;
        on_worker(*host, guard, [&] { file = plugin().audit_file(STAFFING_AUDIT_FORMAT_CSV); });
        return file;
    }

    std::filesystem::path plugin_data() const { return host->plugin_folder() / "data"; }
    std::string elsewhere() const { return (folder.path() / "elsewhere.sqlite").string(); }

    TemporaryFolder folder;
    CarrierProcess simulator{CARRIER_SIMULATOR};
    CarrierControl carrier{simulator.url()};
    std::unique_ptr<StaffingDatabase> database = StaffingDatabase::in_memory();
    PluginLibrary library{SEND_TEXT};
    HostOptions options;
    std::optional<Host> host;
    std::optional<LoadedPlugin> loaded;
};

}  // namespace

TEST_CASE("the store moves with all that is in it, and work goes on there") {
    Office office;
    office.text("Can you work on Monday?");
    const std::size_t texts = office.texts_on_handset();
    REQUIRE(office.change({{"store_address", office.elsewhere()}, {"poll_interval_seconds", 20}}).empty());

    CHECK(std::filesystem::exists(office.elsewhere()));
    CHECK_FALSE(std::filesystem::exists(office.plugin_data() / "send_text.sqlite"));
    CHECK(office.plugin().settings().at("store_address") == office.elsewhere());
    CHECK(office.plugin().settings().at("poll_interval_seconds") == 20);
    CHECK_THAT(office.audit(), ContainsSubstring("store_address"));

    office.text("And on Tuesday?");
    CHECK(office.texts_on_handset() == texts + 1);

    office.loaded.reset();
    office.start();
    office.host->virtual_clock()->advance(25 * 3600 * 1000);
    wait_until_settled(*office.host, guard);
    CHECK(office.messages() == 1);  // both texts, one conversation
    CHECK(office.texts_on_handset() == texts + 1);

    REQUIRE(office.change({{"store_address", ""}}).empty());
    CHECK_FALSE(std::filesystem::exists(office.elsewhere()));
    CHECK(office.plugin().settings().at("poll_interval_seconds") == 20);
}

TEST_CASE("a place that cannot be had is refused, and nothing else is changed") {
    Office office;
    const Problems problems =
        office.change({{"store_address", "/nowhere/texts.sqlite"}, {"poll_interval_seconds", 20}});
    CHECK_THAT(problems.at("store_address"), ContainsSubstring("There is no folder /nowhere"));
    CHECK(office.plugin().settings().at("store_address") == "");
    CHECK(office.plugin().settings().at("poll_interval_seconds") == 15);
    office.text("Can you work on Monday?");
    CHECK(office.texts_on_handset() == 1);
}

TEST_CASE("the store does not move under an open window, so that nothing typed is lost") {
    Office office;
    const std::uint64_t dialog = office.open_compose();
    office.host->dialogs().type(dialog, "body", "Half a sen");
    const Problems problems = office.change({{"store_address", office.elsewhere()}});
    CHECK_THAT(problems.at("store_address"), ContainsSubstring("Close the window"));
    CHECK(office.plugin().settings().at("store_address") == "");
    CHECK(office.host->dialogs().typed(dialog, "body") == "Half a sen");
    office.host->dialogs().press(dialog, "cancel");
    CHECK(office.change({{"store_address", office.elsewhere()}}).empty());
}
