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
    CHECK(before["refusal"] == "");
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

TEST_CASE("administration is for administrators: others are refused in words, whatever they ask for") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::string id = screens.get("accounts")["accounts"][0]["id"].dump();
    const struct {
        const char* method;
        std::string target;
        json body;
    } requests[] = {{"GET", "accounts", {}},
                    {"POST", "accounts", account("", "9015550101")},
                    {"POST", "accounts/validate", account("", "9015550101")},
                    {"POST", "accounts/test", account("", "9015550101")},
                    {"POST", "accounts/" + id + "/actions/disable", {}},
                    {"DELETE", "accounts/" + id, {}},
                    {"GET", "settings", {}},
                    {"PUT", "settings", {{"values", {{"segments_per_minute", 5}}}}},
                    {"GET", "audit?format=csv", {}},
                    {"GET", "audit/entries", {}},
                    {"GET", "store/backups", {}},
                    {"POST", "store/backups", {{"path", ""}}},
                    {"POST", "store/restore", {{"path", "/there/is/none"}}}};
    const auto all_refused = [&](const std::string& words) {
        for (const auto& [method, target, body] : requests) {
            CAPTURE(method, target);
            CHECK(screens.refusal(method, target, body) == words);
        }
    };
    screens.post("session", {{"login_name", "mjohansen"}});
    all_refused(
        "403 Maria Johansen does not have the permission for administration. Ask an administrator for it.");
    CHECK(screens.get("frame")["user"]["may_administer"] == false);
    screens.remove("session");
    all_refused("403 Nobody is logged in. Log in as an administrator first.");

    // QA's pages are no administration.
    CHECK(screens.get("carrier/accounts")["accounts"].size() == 1);
    CHECK(screens.get("timeline")["refusal"] == "");
    CHECK(screens.get("handsets")["lines"].size() == 1);

    screens.post("session", {{"login_name", "aswanson"}});
    CHECK(screens.get("accounts")["accounts"][0]["state"] == "in_use");
    CHECK(screens.get("settings")["values"]["segments_per_minute"] == 60);
    CHECK(screens.get("audit/entries").dump().find("Johansen") == std::string::npos);
}

TEST_CASE("backups are listed") {
    Screens screens(SEND_TEXT);
    const json backups = screens.get("store/backups");
    CHECK(backups["refusal"] == "");
    CHECK(backups["backups"].empty());
    CHECK(backups["folder"].get<std::string>().ends_with("/backups"));
    CHECK(screens.refusal("POST", "store/restore", {{"path", "/there/is/none"}}) ==
          "409 There is no file /there/is/none.");
    CHECK(screens.refusal("POST", "store/backups") == "400 \"path\" is missing.");
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
          "400 \"username\" in \"values\" must be a string.");
    CHECK(screens.refusal("DELETE", "accounts/77").starts_with("409 "));
    CHECK(screens.refusal("DELETE", "accounts/all").starts_with("404 "));
    CHECK(screens.get("accounts")["accounts"].empty());
}

TEST_CASE("settings are shown, changed, and refused with the reason at each") {
    Screens screens(SEND_TEXT);
    const json before = screens.get("settings");
    CHECK(before["refusal"] == "");
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
        CHECK(screens.get(what)["refusal"].get<std::string>().find("No plug-in") != std::string::npos);
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
