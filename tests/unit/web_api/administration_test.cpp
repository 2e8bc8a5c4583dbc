#include <catch2/catch_test_macros.hpp>

#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

json account(const std::string& carrier_url, const std::string& username) {
    return {{"id", 0},
            {"values",
             {{"owner", "branch"},
              {"branch", "1"},
              {"carrier", "zipwhip"},
              {"username", username},
              {"password", "hush-hush " + carrier_url}}}};
}

}  // namespace

TEST_CASE("accounts are added, changed, tested and removed, and no answer has a secret") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const json before = screens.get("accounts");
    CHECK(before["why_not"] == "");
    CHECK(before["form"]["fields"].size() > 5);
    REQUIRE(before["accounts"].size() == 1);
    CHECK(before["accounts"][0]["values"]["username"] == "6515550100");

    json other = account("", "9015550101");
    other["id"] = screens.post("accounts", other)["id"];
    screens.post("accounts/test", other);
    other["values"].erase("password");
    other["values"]["branch"] = "2";
    CHECK(screens.post("accounts", other)["id"] == other["id"]);
    CHECK(screens.get("accounts")["accounts"].size() == 2);
    CHECK(screens.answer("GET", "accounts").body.find("hush") == std::string::npos);

    screens.remove("accounts/" + other["id"].dump());
    CHECK(screens.get("accounts")["accounts"].size() == 1);
    const json log = screens.get("log");
    CHECK(log.dump().find("hush") == std::string::npos);
}

TEST_CASE("backups are listed for administrators, and for others it is said why not") {
    Screens screens(SEND_TEXT);
    const json told = screens.get("store/backups");
    CHECK(told["why_not"] == "");
    CHECK(told["backups"].empty());
    CHECK(told["folder"].get<std::string>().ends_with("/backups"));
    CHECK(screens.refusal("POST", "store/restore", {{"path", "/there/is/none"}}) ==
          "409 There is no file /there/is/none.");
    CHECK(screens.refusal("POST", "store/backups") == "400 \"path\" is missing.");
    screens.post("session", {{"login_name", "mjohansen"}});
    const json refused = screens.get("store/backups");
    CHECK(refused["why_not"] ==
          "Maria Johansen may not see, make or put back backups. Ask an administrator.");
    CHECK(refused["folder"] == "");
    CHECK(screens.refusal("POST", "store/backups", {{"path", ""}}).starts_with("409 Maria Johansen may not"));
}

TEST_CASE("an account's action is done") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const json saved = screens.get("accounts")["accounts"][0];
    REQUIRE_FALSE(saved["actions"].empty());
    const std::string path = "accounts/" + saved["id"].dump() + "/actions/";
    screens.post(path + saved["actions"][0]["id"].get<std::string>());
    CHECK(screens.get("accounts")["accounts"][0] != saved);
    CHECK(screens.refusal("POST", path + "dance").starts_with("409 "));
}

TEST_CASE("what is wrong with an account is said, at its field and when it is saved") {
    Screens screens(SEND_TEXT);
    const json wrong = account("", "(651) 555-0100");
    const json problems = screens.post("accounts/validate", wrong)["problems"];
    REQUIRE(problems.size() == 1);
    CHECK(problems["username"].get<std::string>().find("all digits") != std::string::npos);
    CHECK(screens.refusal("POST", "accounts", wrong).starts_with("409 "));
    CHECK(screens.refusal("POST", "accounts", {{"id", 0}}) == "400 \"values\" is missing.");
    CHECK(screens.refusal("POST", "accounts", {{"id", "0"}, {"values", json::object()}}) ==
          "400 \"id\" must be a whole number.");
    CHECK(screens.refusal("POST", "accounts/validate", {{"values", {{"username", 651}}}}) ==
          "400 \"username\" in \"values\" must be a text.");
    CHECK(screens.refusal("DELETE", "accounts/77").starts_with("409 "));
    CHECK(screens.refusal("DELETE", "accounts/all").starts_with("404 "));
    CHECK(screens.get("accounts")["accounts"].empty());
}

TEST_CASE("settings are shown, changed, and refused with the reason at each") {
    Screens screens(SEND_TEXT);
    const json before = screens.get("settings");
    CHECK(before["why_not"] == "");
    CHECK(before["settings"].size() == before["values"].size());
    screens.put("settings", {{"values", {{"batch_window_seconds", 3600}}}});
    CHECK(screens.get("settings")["values"]["batch_window_seconds"] == 3600);
    try {
        screens.answer("PUT", "settings", {{"values", {{"batch_window_seconds", "soon"}}}});
        FAIL("It was changed.");
    } catch (const ApiError& e) {
        CHECK(e.status() == 409);
        CHECK(e.more()["problems"]["batch_window_seconds"] != "");
    }
    CHECK(screens.refusal("PUT", "settings", {{"values", "all"}}) == "400 \"values\" must be an object.");
}

TEST_CASE("without a plug-in there are no accounts, settings or texts, and the reason why") {
    Screens screens;
    for (const char* const what : {"accounts", "settings", "audit/entries", "timeline"}) {
        CAPTURE(what);
        CHECK(screens.get(what)["why_not"].get<std::string>().find("No plug-in") != std::string::npos);
    }
    CHECK(screens.get("accounts")["accounts"].empty());
    CHECK(screens.get("settings")["values"].empty());
    CHECK(screens.get("audit/entries")["entries"].empty());
    CHECK(screens.get("timeline")["texts"].empty());
    CHECK(screens.get("dialogs")["dialogs"].empty());
    CHECK(screens.get("progresses")["progresses"].empty());
    CHECK(screens.refusal("POST", "accounts/test", account("", "9015550101")).starts_with("409 No plug-in"));
    CHECK(screens.refusal("GET", "audit?format=csv").starts_with("409 No plug-in"));
}
