#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/running_carrier.hpp"
#include "carrier/carrier_control.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/menu.h"

using namespace abi;
using nlohmann::json;

namespace {

/// The compose window, open on one employee.
struct OpenWindow : RunningCarrier, ActiveSendText {
    mock_host::Dialogs& dialogs = mock.host->dialogs();
    std::uint64_t id = 0;

    OpenWindow() {
        REQUIRE(text.add_account(carrier.base_url()).status == STAFFING_STATUS_OK);
        const staffing_menu_target target = one_employee();
        const staffing_string action = staffing::abi("send_text");
        REQUIRE(text.on_main(text.table<staffing_menu>(STAFFING_EXT_MENU).perform, &target, &action).status ==
                STAFFING_STATUS_OK);
        settle();
        REQUIRE(dialogs.ids().size() == 1);
        id = dialogs.ids()[0];
    }

    void settle() { mock_host::wait_until_settled(*mock.host, std::chrono::seconds(60)); }

    Answer event(std::uint64_t dialog_id, const std::string& event_json) {
        const staffing_string given = staffing::abi(event_json);
        return raw_event(dialog_id, &given);
    }

    Answer raw_event(std::uint64_t dialog_id, const staffing_string* given) {
        return text.on_main(text.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS).on_event,
                            dialog_id, given);
    }

    /// Types a text and sends it. Whether it has left.
    bool can_still_send() {
        event(id, R"({"event": "changed", "element": "body", "value": "Still here"})");
        event(id, R"({"event": "pressed", "button": "send", "values": {"body": "Still here"}})");
        settle();
        return mock_host::CarrierControl(carrier.base_url()).all_handsets().dump().find("Still here") !=
               std::string::npos;
    }
};

}  // namespace

TEST_CASE_METHOD(OpenWindow, "events for windows that there are not are NOT_FOUND") {
    for (const std::uint64_t unknown : {std::uint64_t{0}, id + 1, ~std::uint64_t{0}}) {
        const Answer answer = event(unknown, R"({"event": "closed"})");
        CHECK(answer.status == STAFFING_STATUS_NOT_FOUND);
        CHECK_FALSE(answer.words.empty());
    }
    CHECK(can_still_send());
}

TEST_CASE_METHOD(OpenWindow,
                 "events that are no text, no JSON or not as their schema are refused and change nothing") {
    const json before = dialogs.view(id);
    CHECK(raw_event(id, nullptr).status == STAFFING_STATUS_INVALID_ARGUMENT);
    const staffing_string no_data{nullptr, 20};
    CHECK(raw_event(id, &no_data).status == STAFFING_STATUS_INVALID_ARGUMENT);
    CHECK(event(id, "{\"event\": \"\xFF\"}").status == STAFFING_STATUS_INVALID_UTF8);
    for (const std::string malformed :
         {"",
          "{",
          "{}{}",
          "closed",
          "[]",
          "null",
          "7",
          "\"closed\"",
          "{}",
          R"({"event": 7})",
          R"({"event": null})",
          R"({"event": "changed"})",
          R"({"event": "changed", "element": "body"})",
          R"({"event": "changed", "element": "body", "value": 7})",
          R"({"event": "pressed"})",
          R"({"event": "pressed", "button": "send"})",
          R"({"event": "pressed", "button": "send", "values": []})",
          R"({"event": "pressed", "button": "send", "values": {"body": 7}})",
          R"({"event": "row_action", "element": "recipients", "action": "remove"})",
          R"({"event": "row_action", "element": "recipients", "action": "remove", "row": {}})"}) {
        INFO(malformed);
        const Answer answer = event(id, malformed);
        CHECK(answer.status == STAFFING_STATUS_INVALID_ARGUMENT);
        CHECK_FALSE(answer.words.empty());
    }
    CHECK(event(id, std::string(100'000, '[')).status == STAFFING_STATUS_INVALID_ARGUMENT);
    settle();
    CHECK(dialogs.view(id) == before);
    CHECK(can_still_send());
}

TEST_CASE_METHOD(OpenWindow,
                 "what is too large is refused before it is read, and the window says so until more comes") {
    const json before = dialogs.view(id);
    const std::string book(1'000'000, 'x');
    for (const std::string& large :
         {std::string(std::size_t{17} << 20U, ' '),
          json{{"event", "changed"}, {"element", "body"}, {"value", book}}.dump(),
          json{{"event", "pressed"}, {"button", "send"}, {"values", {{"body", book}}}}.dump()}) {
        const Answer answer = event(id, large);
        CHECK(answer.status == STAFFING_STATUS_TOO_LARGE);
        CHECK(answer.words.find("at most 262,144 are taken. Shorten") != std::string::npos);
        settle();
        CHECK(dialogs.view(id)["elements"][0]["text"] == answer.words);
        CHECK(dialogs.view(id)["buttons"][0]["enabled"] == false);
        CHECK(event(id + 1, large).status == STAFFING_STATUS_TOO_LARGE);
    }
    CHECK(event(id, R"({"event": "changed", "element": "body", "value": ""})").status == STAFFING_STATUS_OK);
    settle();
    CHECK(dialogs.view(id) == before);
    CHECK(can_still_send());
}

TEST_CASE_METHOD(OpenWindow, "of a message that no carrier takes, only the characters are counted") {
    const std::string book(100'000, '{');  // as a template it would be refused for its braces
    event(id, json{{"event", "changed"}, {"element", "body"}, {"value", book}}.dump());
    const json view = dialogs.view(id);
    CHECK(view["elements"][4]["note"] == "");
    CHECK(view["elements"][4]["error"] == view["buttons"][0]["reason"]);
    CHECK(view["buttons"][0]["reason"] ==
          "The message has 100000 characters; at most 1600 can be sent. Shorten it.");
    CHECK(can_still_send());
}

TEST_CASE_METHOD(OpenWindow, "events that mean nothing here are passed over") {
    for (const std::string harmless :
         {R"({"event": "hovered"})", R"({"event": "pressed", "button": "no_such", "values": {}})",
          R"({"event": "changed", "element": "no_such", "value": "x"})",
          R"({"event": "row_action", "element": "recipients", "row": "no_such", "action": "remove"})",
          R"({"event": "row_action", "element": "no_such", "row": "x", "action": "remove"})"}) {
        INFO(harmless);
        CHECK(event(id, harmless).status == STAFFING_STATUS_OK);
    }
    CHECK(can_still_send());
}

TEST_CASE_METHOD(OpenWindow, "a press that comes twice sends once, and a closed window hears nothing") {
    const std::string send = R"({"event": "pressed", "button": "send", "values": {"body": "Only once"}})";
    event(id, send);
    event(id, send);
    settle();
    const std::string handsets = mock_host::CarrierControl(carrier.base_url()).all_handsets().dump();
    const std::size_t first = handsets.find("Only once");
    REQUIRE(first != std::string::npos);
    CHECK(handsets.find("Only once", first + 1) == std::string::npos);
    CHECK(event(id, send).status == STAFFING_STATUS_NOT_FOUND);

    const std::uint64_t confirmation = dialogs.ids().at(0);
    CHECK(event(confirmation, R"({"event": "closed"})").status == STAFFING_STATUS_OK);
    CHECK(event(confirmation, R"({"event": "closed"})").status == STAFFING_STATUS_NOT_FOUND);
}
