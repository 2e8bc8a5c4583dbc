// An answer tells what has become of what was asked for, not of how it is shown: any status but OK means that
// nothing has changed.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/menu_item.hpp"
#include "abi/plugin/running_carrier.hpp"
#include "carrier/carrier_control.hpp"
#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/settings.h"

using namespace abi;
using nlohmann::json;

namespace {

/// A host that shows nothing any more, as long as it is told to.
struct BlindHost {
    static inline bool is_blind = false;
    static inline staffing_dialogs real;

    static staffing_status STAFFING_CALL open(const staffing_host* host, const staffing_string* view,
                                              std::uint64_t* id, const staffing_error_sink* error) {
        return is_blind ? STAFFING_STATUS_UNAVAILABLE : real.open(host, view, id, error);
    }
    static staffing_status STAFFING_CALL update(const staffing_host* host, std::uint64_t id,
                                                const staffing_string* patch,
                                                const staffing_error_sink* error) {
        return is_blind ? STAFFING_STATUS_INTERNAL_ERROR : real.update(host, id, patch, error);
    }
    static staffing_status STAFFING_CALL close(const staffing_host* host, std::uint64_t id,
                                               const staffing_error_sink* error) {
        return is_blind ? STAFFING_STATUS_INTERNAL_ERROR : real.close(host, id, error);
    }

    BlindHost() {
        is_blind = false;
        real = mock_host::dialogs_table();
    }
    const staffing_dialogs table{&open, &update, &close};
};

struct BlindFixture : RunningCarrier {
    BlindHost blind;
    HostForTests mock;
    SendText text{mock, {{STAFFING_EXT_DIALOGS, &blind.table}}};
    std::uint64_t id = 0;

    BlindFixture() {
        REQUIRE(text.activate().status == STAFFING_STATUS_OK);
        REQUIRE(text.add_account(carrier.base_url()).status == STAFFING_STATUS_OK);
        settle();
        REQUIRE(perform(text).status == STAFFING_STATUS_OK);
        settle();
        id = mock.host->dialogs().ids().at(0);
    }

    void settle() { mock_host::wait_until_settled(*mock.host, std::chrono::seconds(60)); }

    Answer event(const json& what) {
        const std::string given = what.dump();
        const staffing_string event_json = staffing::abi(given);
        return text.on_main(text.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS).on_event, id,
                            &event_json);
    }

    std::string handsets() { return mock_host::CarrierControl(carrier.base_url()).all_handsets().dump(); }
};

}  // namespace

TEST_CASE_METHOD(BlindFixture, "a text that leaves though the host shows nothing is answered with OK") {
    BlindHost::is_blind = true;
    const Answer answer =
        event({{"event", "pressed"}, {"button", "send"}, {"values", {{"body", "Good morning"}}}});
    settle();
    BlindHost::is_blind = false;
    CHECK(answer.status == STAFFING_STATUS_OK);
    CHECK(handsets().find("Good morning") != std::string::npos);
    bool is_said = false;
    for (const mock_host::LogLine& line : mock.host->log().lines())
        is_said = is_said || line.text.find("The host did not change a window") != std::string::npos;
    CHECK(is_said);
}

TEST_CASE_METHOD(BlindFixture, "what is typed is heard though the host does not show what it costs") {
    BlindHost::is_blind = true;
    CHECK(event({{"event", "changed"}, {"element", "body"}, {"value", "Hello"}}).status ==
          STAFFING_STATUS_OK);
    BlindHost::is_blind = false;
    CHECK(event({{"event", "pressed"}, {"button", "send"}, {"values", json::object()}}).status ==
          STAFFING_STATUS_OK);
    settle();
    CHECK(handsets().find("Hello") != std::string::npos);
}

TEST_CASE_METHOD(BlindFixture,
                 "a window that cannot be opened is answered with a failure, and nothing was begun") {
    BlindHost::is_blind = true;
    CHECK(perform(text).status == STAFFING_STATUS_UNAVAILABLE);
    BlindHost::is_blind = false;
    settle();
    CHECK(mock.host->dialogs().ids().size() == 1);
    CHECK(perform(text).status == STAFFING_STATUS_OK);
}

TEST_CASE_METHOD(BlindFixture,
                 "settings that are changed along with a store that cannot be moved stay as they were") {
    const auto& settings = text.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    const auto values = [&] {
        const staffing::StringCollector answer;
        REQUIRE(text.on_main(settings.values, answer.sink()).status == STAFFING_STATUS_OK);
        return json::parse(answer.text());
    };
    const json before = values();
    const std::string folder = mock.folder.path().string();
    const std::string wanted =
        json{{"store_address", folder + "/moved.sqlite"}, {"segments_per_minute", 77}}.dump();
    const staffing_string given = staffing::abi(wanted);
    const staffing::StringCollector problems;
    // The compose window is open, so that the store cannot be closed.
    CHECK(text.on_worker(settings.change, &given, problems.sink()).status == STAFFING_STATUS_REFUSED);
    CHECK(json::parse(problems.text()).contains("store_address"));
    CHECK(values() == before);
}
