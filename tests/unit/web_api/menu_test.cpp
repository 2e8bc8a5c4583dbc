#include <catch2/catch_test_macros.hpp>

#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

json target(const char* place, const char* kind, std::int64_t id) {
    return {{"place", place}, {"records", {{{"kind", kind}, {"id", id}}}}};
}

}  // namespace

TEST_CASE("the menus of all places show what the plug-in populates") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    json row = target("hotlist_row", "employee", 5102);
    row["hotlist_id"] = 1;
    for (const json& where :
         {target("employee_record", "employee", 5814), target("employee_search", "employee", 5814),
          target("contact_record", "contact", 6553), target("contact_search", "contact", 6553), row,
          json{{"place", "hotlist"}, {"hotlist_id", 1}}}) {
        const json items = screens.post("menu", where)["items"];
        CAPTURE(where);
        REQUIRE(items.size() == 1);
        CHECK(items[0]["action_id"] == "send_text");
        CHECK(items[0]["label"].get<std::string>().starts_with("Send Text"));
        CHECK(items[0]["enabled"] == true);
        CHECK(items[0]["disabled_reason"] == "");
    }
}

TEST_CASE("without records, the menu of a hotlist is for everybody on it") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    screens.post("menu/perform", {{"place", "hotlist"}, {"hotlist_id", 1}, {"action_id", "send_text"}});
    screens.wait_until([&] {
        const json dialogs = screens.get("dialogs")["dialogs"];
        return !dialogs.empty() && dialogs[0]["view"]["elements"][1].value("rows", json()).size() == 4;
    });
}

TEST_CASE("with the plug-in unloaded the menus are empty, and another plug-in brings its own") {
    Screens screens(SEND_TEXT);
    const json where = target("employee_record", "employee", 5814);
    screens.post("plugin/unload");
    CHECK(screens.post("menu", where)["items"].empty());
    json action = where;
    action["action_id"] = "send_text";
    CHECK(screens.refusal("POST", "menu/perform", action).starts_with("409 No plug-in"));
    screens.post("plugin/load", {{"path", FIXTURE_PLUGIN}});
    CHECK(screens.post("menu", where)["items"][0]["action_id"] == "greet");
}

TEST_CASE("a menu of nothing, or of no place, is refused in words") {
    Screens screens(SEND_TEXT);
    CHECK(screens.refusal("POST", "menu", {{"place", "kitchen"}})
              .starts_with("400 There is no place \"kitchen\". The places are: employee_record, "));
    CHECK(screens.refusal("POST", "menu") == "400 \"place\" is missing.");
    CHECK(screens.refusal("POST", "menu", {{"place", "employee_record"}}) ==
          "400 Choose at least one record.");
    CHECK(screens.refusal("POST", "menu", {{"place", "employee_record"}, {"records", 5814}}) ==
          "400 \"records\" must be a list.");
    CHECK(screens.refusal("POST", "menu", {{"place", "employee_record"}, {"records", {5814}}})
              .starts_with("400 A record must be an object"));
    CHECK(screens.refusal("POST", "menu", target("employee_record", "customer", 1)) ==
          "400 \"customer\" is not a kind of record: employee or contact.");
    json too_large = target("employee_record", "employee", 1);
    too_large["records"][0]["id"] = 18'446'744'073'709'551'615U;
    CHECK(screens.refusal("POST", "menu", too_large) == "400 \"id\" must be a whole number.");
    CHECK(screens.refusal("POST", "menu", target("hotlist_row", "employee", 5102)) ==
          "400 \"hotlist_id\" is missing.");
    CHECK(screens.refusal("POST", "menu", {{"place", "hotlist"}, {"hotlist_id", 77}}) ==
          "404 There is no hotlist 77.");
}
