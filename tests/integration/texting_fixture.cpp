#include "texting_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

#include "mock_host/loader/worker_call.hpp"

using namespace mock_host;

TextingFixture::TextingFixture(nlohmann::json settings) {
    HostOptions options;
    options.data_folder = folder.path();
    options.plugin_id = library.plugin_id();
    options.clock_start_ms = 1'772'474'400'000;
    host.emplace(*database, options);
    host->session().log_in("aswanson");
    start();
    settings["zipwhip_base_url"] = simulator.url();
    REQUIRE(change(settings).empty());
    on_worker(*host, guard, [&] {
        plugin().save_account(0, {{"owner", "user"},
                                  {"service_rep", "1"},
                                  {"carrier", "zipwhip"},
                                  {"username", "6515550100"},
                                  {"password", "secret"}});
    });
}

void TextingFixture::start() {
    loaded.emplace(library, *host);
    loaded->activate();
}

std::map<std::string, std::string> TextingFixture::change(const nlohmann::json& settings) {
    std::map<std::string, std::string> problems;
    on_worker(*host, guard, [&] { problems = plugin().change_settings(settings); });
    wait_until_settled(*host, guard);
    return problems;
}

std::uint64_t TextingFixture::open_compose() {
    plugin().perform({STAFFING_MENU_PLACE_EMPLOYEE_RECORD, {{RecordKind::employee, 5814}}, 0}, "send_text");
    wait_until_settled(*host, guard);
    return host->dialogs().ids().back();
}

void TextingFixture::text(const std::string& body) {
    const std::uint64_t dialog = open_compose();
    host->dialogs().type(dialog, "body", body);
    host->dialogs().press(dialog, "send");
    wait_until_settled(*host, guard);
    while (!host->dialogs().ids().empty())
        host->dialogs().close_by_person(host->dialogs().ids().back());
}

void TextingFixture::advance_minutes(int minutes) {
    for (int minute = 0; minute < minutes; ++minute) {
        host->virtual_clock()->advance(60'000);
        wait_until_settled(*host, guard);
    }
}

std::vector<std::string> TextingFixture::notifications(std::int64_t rep_id, const std::string& title) {
    std::vector<std::string> words;
    for (const Notification& notification : host->notifications().all())
        if (notification.rep_id == rep_id && notification.title == title) words.push_back(notification.text);
    return words;
}

std::size_t TextingFixture::texts_received() {
    std::size_t count = 0;
    for (const nlohmann::json& handset : carrier.all_handsets())
        count += handset.at("texts").size();
    return count;
}
