#include <catch2/catch_test_macros.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

constexpr std::int64_t swanson = 1;
constexpr std::int64_t johansen = 2;

void notify(Screens& screens, std::int64_t rep_id, const std::string& title) {
    screens.host().on_main_thread([&](Host& host) {
        host.notifications().add({1'772'474'400'000,
                                  STAFFING_NOTIFICATION_ERROR,
                                  rep_id,
                                  title,
                                  "Text",
                                  {{RecordKind::employee, 5814}},
                                  "send_text"});
    });
}

std::string titles(Screens& screens) {
    std::string words;
    const json notifications = screens.get("notifications")["notifications"];
    for (const json& each : notifications)
        words += each["title"].get<std::string>() + (each["is_read"] == true ? " (read); " : "; ");
    return words;
}

}  // namespace

TEST_CASE("people see the notifications that are for them, and nobody sees none") {
    Screens screens;
    notify(screens, swanson, "To Alexander");
    notify(screens, johansen, "To Maria");
    notify(screens, 0, "To administrators");
    CHECK(titles(screens) == "To Alexander; To administrators; ");
    const json first = screens.get("notifications")["notifications"][0];
    CHECK(first["severity"] == "error");
    CHECK(first["time"] == "2026-03-02T18:00:00Z");
    CHECK(first["for"] == "Alexander Swanson");
    CHECK(first["reply_action_id"] == "send_text");
    CHECK(first["records"][0]["name"] == "Dominic Proke");
    screens.post("session", {{"login_name", "mjohansen"}});
    CHECK(titles(screens) == "To Maria; ");
    screens.remove("session");
    const json nobody = screens.get("notifications");
    CHECK(nobody["notifications"].empty());
    CHECK(nobody["unread"] == 0);
    CHECK(nobody["user"].is_null());
    CHECK(screens.refusal("POST", "notifications/1/read").starts_with("403 Nobody is logged in."));
    CHECK(screens.refusal("POST", "notifications/read", {{"up_to", 9}}).starts_with("403 "));
}

TEST_CASE("a notification is read one at a time or all together, each person for themselves") {
    Screens screens;
    for (const char* const title : {"one", "two", "three"})
        notify(screens, 0, title);
    CHECK(screens.get("notifications")["unread"] == 3);
    screens.post("notifications/2/read");
    CHECK(titles(screens) == "one; two (read); three; ");
    notify(screens, 0, "four");
    screens.post("notifications/read", {{"up_to", 3}});
    CHECK(titles(screens) == "one (read); two (read); three (read); four; ");
    CHECK(screens.get("notifications")["unread"] == 1);
    CHECK(screens.refusal("POST", "notifications/x/read").starts_with("404 "));
    CHECK(screens.refusal("POST", "notifications/read") == "400 \"up_to\" is missing.");

    screens.database().users().set_role(johansen, "Administrator");
    screens.post("session", {{"login_name", "mjohansen"}});
    CHECK(titles(screens) == "one; two; three; four; ");
}
