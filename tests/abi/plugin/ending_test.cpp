// deactivate while a carrier does not answer: it waits for nobody outside, and nothing is lost or blamed.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/menu_item.hpp"
#include "abi/plugin/running_carrier.hpp"
#include "carrier/carrier_control.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/settings.h"

using namespace abi;
using nlohmann::json;

namespace {

/// Send Text with an account, and a carrier that can be told not to answer until it ends.
struct HangingCarrier : RunningCarrier, ActiveSendText {
    mock_host::CarrierControl control{carrier.base_url()};

    HangingCarrier() {
        control.set_clock("2026-03-02T15:00:00Z");  // the host's
        // Long enough that waiting for it would be seen in the words of what follows.
        change(R"({"answer_timeout_seconds": 120, "connect_timeout_seconds": 60})");
        REQUIRE(text.add_account(carrier.base_url()).status == STAFFING_STATUS_OK);
        settle();
    }

    void settle() { mock_host::wait_until_settled(*mock.host, std::chrono::seconds(60)); }

    void change(const std::string& settings) {
        const staffing_string values = staffing::abi(settings);
        REQUIRE(text.on_worker(text.table<staffing_settings>(STAFFING_EXT_SETTINGS).change, &values, &no_text)
                    .status == STAFFING_STATUS_OK);
    }

    void hang_at(const std::string& path, const std::string& fault = "hang") {
        control.set_faults(json::array({{{"fault", fault}, {"path", path}}}));
    }

    bool hangs() const {
        for (const json& rule : control.faults())
            if (rule.at("applied") > 0) return true;
        return false;
    }

    void wait_until_it_hangs() {
        while (!hangs())
            mock_host::run_tasks_for(*mock.host, std::chrono::milliseconds(5));
    }

    void send(const std::string& body) {
        REQUIRE(perform(text).status == STAFFING_STATUS_OK);
        settle();
        const std::uint64_t id = mock.host->dialogs().ids().at(0);
        const json pressed{{"event", "pressed"}, {"button", "send"}, {"values", {{"body", body}}}};
        const std::string given = pressed.dump();
        const staffing_string event = staffing::abi(given);
        REQUIRE(
            text.on_main(text.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS).on_event, id, &event)
                .status == STAFFING_STATUS_OK);
    }

    std::size_t handset_texts() const {
        std::size_t count = 0;
        for (const json& handset : control.all_handsets())
            count += handset.at("texts").size();
        return count;
    }

    /// What is written in the log about something that is not in order.
    std::vector<std::string> complaints() const {
        std::vector<std::string> complaints;
        for (const mock_host::LogLine& line : mock.host->log().lines())
            if (line.severity >= STAFFING_LOG_WARNING) complaints.push_back(line.text);
        return complaints;
    }
};

}  // namespace

TEST_CASE_METHOD(HangingCarrier, "deactivate while a text is being sent: it is settled by the next start") {
    const std::string fault = GENERATE("hang", "hang_after");
    hang_at("/message/send", fault);
    send("Good morning");
    wait_until_it_hangs();
    text.deactivate();
    CHECK(complaints() == std::vector<std::string>{});
    CHECK(handset_texts() == (fault == "hang" ? 0 : 1));

    control.set_faults(json::array());
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    send("Still here");
    for (int hour = 0; hour < 6; ++hour) {
        settle();
        mock.host->virtual_clock()->advance(3'600'000);
    }
    settle();
    CHECK(handset_texts() == 2);  // each once
}

TEST_CASE_METHOD(HangingCarrier, "deactivate while the list of messages is read, and while it logs in") {
    hang_at(GENERATE("/message/list", "/user/login"));
    if (control.faults().at(0).at("path") == "/user/login") {
        text.deactivate();  // the session key is forgotten
        REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    } else {
        mock.host->virtual_clock()->advance(20'000);
    }
    wait_until_it_hangs();
    text.deactivate();
    CHECK(complaints() == std::vector<std::string>{});
}

TEST_CASE_METHOD(HangingCarrier,
                 "deactivate while a call of the host's own is in there and waits for the carrier") {
    // A host that does so breaks the contract, and is not made to wait for it.
    hang_at("/user/login");
    const staffing_external_service& service =
        text.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE);
    Answer answer;
    std::thread caller([&] {
        const staffing_string account = staffing::abi(
            R"({"owner": "user", "service_rep": "2", "carrier": "zipwhip", "username": "6515550102", "password": "secret"})");
        std::int64_t account_id = 0;
        answer = text.on_main(service.save, std::int64_t{0}, &account, &account_id);
    });
    wait_until_it_hangs();
    text.deactivate();
    caller.join();
    CHECK(answer.status == STAFFING_STATUS_CANCELLED);
    CHECK_FALSE(answer.words.empty());
    CHECK(complaints() == std::vector<std::string>{});

    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const staffing::StringCollector list;
    REQUIRE(text.on_worker(service.list, list.sink()).status == STAFFING_STATUS_OK);
    CHECK(json::parse(list.text()).at("accounts").size() == 1);
}
