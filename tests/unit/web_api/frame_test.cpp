#include <catch2/catch_test_macros.hpp>

#include "mock_host/loader/time_text.hpp"
#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

TEST_CASE("the frame says who is logged in, and what there is to choose from") {
    Screens screens;
    const json frame = screens.get("frame");
    CHECK(frame["company"] == "High Tech Staffing");
    CHECK(frame["run"] == screens.host().run_id());
    CHECK(milliseconds_from_iso(frame["clock"].get<std::string>()));
    CHECK(frame["user"]["login_name"] == "aswanson");
    CHECK(frame["user"]["name"] == "Alexander Swanson");
    CHECK(frame["user"]["branch"] == "Memphis NE");
    CHECK(frame["user"]["time_zone"] == "America/Chicago");
    CHECK(frame["time_zone"] == "America/Chicago");
    CHECK(frame["users"].size() == 7);
    CHECK(frame["users"][3]["role"] == "Payroll");
    CHECK(frame["branches"][2] == json{{"id", 3}, {"name", "Eagan"}});
    CHECK(frame["reps"][1] == json{{"id", 2}, {"name", "Maria Johansen"}});
    CHECK(frame["plugin"]["state"] == "none");
}

TEST_CASE("people log in and out, and the plug-in's menus follow") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const json target = {{"place", "employee_record"}, {"records", {{{"kind", "employee"}, {"id", 5814}}}}};
    CHECK(screens.post("menu", target)["items"][0]["enabled"] == true);
    screens.post("session", {{"login_name", "pkowalski"}});
    CHECK(screens.get("frame")["user"]["role"] == "Payroll");
    const json refused = screens.post("menu", target)["items"][0];
    CHECK(refused["enabled"] == false);
    CHECK(refused["disabled_reason"] != "");
    screens.remove("session");
    CHECK(screens.get("frame")["user"].is_null());
    CHECK(screens.refusal("POST", "session", {{"login_name", "nobody"}}) == "404 There is no user nobody.");
    CHECK(screens.refusal("POST", "session") == "400 \"login_name\" is missing.");
}

TEST_CASE("times are those of the branch of who is logged in, or of the company") {
    Screens screens;
    screens.post("session", {{"login_name", "jobrien"}});
    CHECK(screens.get("frame")["time_zone"] == "America/New_York");
    screens.remove("session");
    CHECK(screens.get("frame")["time_zone"] == "America/Chicago");
}

TEST_CASE("the clock moves forward, and not too far") {
    Screens screens;
    const std::int64_t before_ms = screens.host().now_ms();
    const json answer = screens.post("clock", {{"advance", "1d"}});
    CHECK(screens.host().now_ms() >= before_ms + 86'400'000);
    CHECK(answer["clock"] >= iso_seconds_from_milliseconds(before_ms + 86'400'000));
    screens.post("clock", {{"advance", "40d"}});
    CHECK(screens.refusal("POST", "clock", {{"advance", "41d"}}) ==
          "400 The clock moves by at most 40 days at once.");
    for (const char* const text : {"soon", "", "-1h", "0s"}) {
        CHECK(screens.refusal("POST", "clock", {{"advance", text}})
                  .starts_with("400 \"" + std::string(text) + "\" is not a duration"));
    }
    CHECK(screens.refusal("POST", "clock", {{"advance", 5}}) == "400 \"advance\" must be a string.");
}

TEST_CASE("the clock is set wrong and right again, and no time passes") {
    Screens screens;
    constexpr std::int64_t day_ms = 86'400'000;
    const auto right_ms = [&] { return screens.host().right_ms(); };
    const std::int64_t before_ms = right_ms();
    CHECK(screens.get("frame")["clock_ahead_milliseconds"] == 0);
    screens.post("clock", {{"set", {{"ahead", "30d"}}}});
    CHECK(screens.get("frame")["clock_ahead_milliseconds"] == 30 * day_ms);
    CHECK(screens.host().now_ms() >= before_ms + 30 * day_ms);
    screens.post("clock", {{"set", {{"behind", "1h"}}}});
    CHECK(screens.host().now_ms() < before_ms);
    screens.post("clock", {{"set", json::object()}});
    CHECK(screens.get("frame")["clock_ahead_milliseconds"] == 0);
    CHECK(right_ms() < before_ms + day_ms);

    CHECK(screens.refusal("POST", "clock", {{"set", {{"ahead", "1h"}, {"behind", "2h"}}}}) ==
          "400 A clock is \"ahead\" or \"behind\", not both.");
    for (const char* const text : {"soon", "", "-1h", "3661d"}) {
        CHECK(screens.refusal("POST", "clock", {{"set", {{"behind", text}}}})
                  .starts_with("400 \"" + std::string(text) +
                               "\" is not a duration that a clock can be behind by"));
    }
    CHECK(screens.refusal("POST", "clock", {{"set", "1h"}}).starts_with("400 \"set\""));
}

TEST_CASE("what is not there, and what is asked for in another way, is refused") {
    Screens screens;
    CHECK(screens.refusal("GET", "cookies") == "404 There is nothing at /api/cookies.");
    CHECK(screens.refusal("GET", "hotlists/1/rows") == "404 There is nothing at /api/hotlists/1/rows.");
    CHECK(screens.refusal("DELETE", "frame") == "405 /api/frame takes GET, not DELETE.");
    CHECK(screens.refusal("PUT", "session") == "405 /api/session takes POST and DELETE, not PUT.");
}
