#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "mock_host/loader/host.hpp"
#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

TEST_CASE("the plug-in's page tells what is loaded and what both sides offer") {
    Screens screens(SEND_TEXT);
    const json plugin = screens.get("plugin");
    CHECK(plugin["state"] == "active");
    CHECK(plugin["path"] == SEND_TEXT);
    CHECK(plugin["error"] == "");
    CHECK(plugin["name"] == screens.get("frame")["plugin"]["name"]);
    for (const char* const what : {"id", "name", "vendor", "version", "description", "contract"})
        CHECK(plugin[what] != "");
    const auto& offers = plugin["offers"];
    CHECK(std::find(offers.begin(), offers.end(), "staffing.menu/1") != offers.end());
    CHECK(std::any_of(plugin["asked"].begin(), plugin["asked"].end(), [](const json& question) {
        return question == json{{"id", "staffing.session/1"}, {"is_given", true}};
    }));
    CHECK(plugin["misbehaviour"].empty());
}

TEST_CASE("the plug-in is unloaded and loaded again") {
    Screens screens(SEND_TEXT);
    screens.post("plugin/unload");
    CHECK(screens.get("plugin")["state"] == "none");
    screens.post("plugin/load");  // the last one again
    CHECK(screens.get("plugin")["state"] == "active");
    screens.post("plugin/reload");
    CHECK(screens.get("plugin")["state"] == "active");
    screens.post("plugin/load", {{"path", FIXTURE_PLUGIN}});
    CHECK(screens.get("plugin")["id"] == "com.example.fixture");
}

TEST_CASE("a plug-in that cannot be loaded is told in words") {
    Screens screens;
    CHECK(screens.refusal("POST", "plugin/reload").starts_with("409 There is no plug-in"));
    CHECK(screens.refusal("POST", "plugin/load", {{"path", "/nowhere/plugin.so"}}).starts_with("409 "));
    CHECK(screens.get("plugin")["state"] == "failed");
    CHECK(screens.get("plugin")["error"] != "");
    CHECK(screens.refusal("POST", "plugin/load", {{"path", 1}}) == "400 \"path\" must be a string.");
    CHECK(screens.refusal("POST", "plugin/log_now").starts_with("409 No plug-in"));
}

TEST_CASE("what a plug-in lacks is missing in words") {
    Screens screens(MINIMAL_PLUGIN);
    CHECK(screens.get("audit/entries")["refusal"] == "The plug-in does not offer staffing.audit/1.");
    CHECK(screens.get("audit/entries")["entries"].empty());
    CHECK(screens.get("timeline")["texts"].empty());
    CHECK(screens.get("settings")["refusal"] == "The plug-in does not offer staffing.settings/1.");
    CHECK(screens.get("accounts")["refusal"] == "The plug-in does not offer staffing.external_service/1.");
    CHECK(screens.get("handsets")["lines"].empty());
    CHECK(screens.refusal("POST", "plugin/log_now") ==
          "409 The plug-in does not offer staffing.message_logger/1.");
}

TEST_CASE("the log's newest lines are shown, oldest first") {
    Screens screens;
    screens.host().on_main_thread([](Host& host) {
        for (int i = 1; i <= 1500; ++i)
            host.log().write({1'772'474'400'000, STAFFING_LOG_WARNING, "host", "line " + std::to_string(i)});
        host.log().write({1'772'474'400'000, STAFFING_LOG_PLUGIN_MISBEHAVING, "host", "<u>last</u>"});
    });
    const json lines = screens.get("log")["lines"];
    REQUIRE(lines.size() == 1000);
    CHECK(lines[0]["text"] == "line 502");
    CHECK(lines[0]["severity"] == "warning");
    CHECK(lines[0]["source"] == "host");
    CHECK(lines[0]["time"] == "2026-03-02T18:00:00.000Z");
    CHECK(lines[999]["severity"] == "plugin_misbehaving");
    CHECK(lines[999]["text"] == "<u>last</u>");
}

TEST_CASE("a progress is shown, and cancelled by a person") {
    Screens screens;
    std::uint64_t id = 0;
    screens.host().on_main_thread([&](Host& host) {
        id = host.progresses().begin({"Sending", 220, true, 3, "3 of 220", false});
        host.progresses().begin({"Logging", 0, false, 0, "", false});
    });
    const json progresses = screens.get("progresses")["progresses"];
    REQUIRE(progresses.size() == 2);
    CHECK(progresses[0] == json{{"id", id},
                                {"title", "Sending"},
                                {"total", 220},
                                {"done", 3},
                                {"detail", "3 of 220"},
                                {"can_cancel", true}});
    screens.post("progresses/" + std::to_string(id) + "/cancel");
    CHECK(screens.get("progresses")["progresses"][0]["can_cancel"] == false);
    CHECK(screens.refusal("POST", "progresses/" + std::to_string(id + 1) + "/cancel").starts_with("409 "));
    CHECK(screens.refusal("POST", "progresses/77/cancel").starts_with("409 "));
}
