// From the menu to the logged message, by what the pages ask for.
#include <catch2/catch_test_macros.hpp>

#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

const std::string body_of_text = "Can you work on <b>Monday</b>?";

/// Sends it to Dominic Proke; his handset's number, when it has come.
std::string send_to_dominic(Screens& screens) {
    const std::uint64_t id = screens.compose_to(5814);
    screens.post("dialogs/" + std::to_string(id) + "/press",
                 {{"button", "send"}, {"values", {{"body", body_of_text}}}});
    json handsets;
    screens.wait_until([&] { return !(handsets = screens.get("handsets")["handsets"]).empty(); });
    REQUIRE(handsets.size() == 1);
    return handsets[0]["number"];
}

}  // namespace

TEST_CASE("a text goes out, is answered from the handset, and is logged on the record") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::string number = send_to_dominic(screens);

    const json phones = screens.get("handsets");
    const json& phone = phones["handsets"][0];
    CHECK(phone["name"] == "Dominic Proke");
    CHECK(phone["on"] == true);
    CHECK(phone["failure"].is_null());
    REQUIRE(phone["texts"].size() == 1);
    CHECK(phone["texts"][0]["body"] == body_of_text);
    CHECK(phone["texts"][0]["from_me"] == false);
    CHECK(phone["texts"][0]["other"] == "+16515550100");
    REQUIRE(phones["lines"].size() == 1);
    CHECK(phones["lines"][0]["number"] == "+16515550100");
    CHECK(phones["lines"][0]["name"] != "");

    screens.post("clock", {{"advance", "1m"}});  // so that the answer is dated after the text
    screens.post("handsets/" + number + "/reply", {{"to", "+16515550100"}, {"body", "Yes <script>"}});
    CHECK(screens.get("handsets")["handsets"][0]["texts"][1]["from_me"] == true);
    json notifications;
    screens.wait_until([&] {
        screens.post("clock", {{"advance", "10m"}});  // until the plug-in asks the carrier again
        notifications = screens.get("notifications")["notifications"];
        return !notifications.empty();
    });
    CHECK(notifications[0]["number"] == 1);
    CHECK(notifications[0]["text"] == "Yes <script>");
    CHECK(notifications[0]["for"] == "Alexander Swanson");
    CHECK(notifications[0]["is_read"] == false);
    CHECK(notifications[0]["severity"] == "info");
    CHECK(notifications[0]["records"][0]["name"] == "Dominic Proke");
    screens.post("session", {{"login_name", "mjohansen"}});
    CHECK(screens.get("notifications")["notifications"].empty());

    screens.post("clock", {{"advance", "2d"}});
    screens.post("plugin/log_now");
    json messages;
    screens.wait_until([&] {
        messages = screens.get("records/employee/5814/messages")["messages"];
        return !messages.empty();
    });
    REQUIRE(messages.size() == 1);
    CHECK(messages[0]["action_code"] == "Text");
    CHECK(messages[0]["author"] == "Alexander Swanson");
    CHECK(messages[0]["text"].get<std::string>().find(body_of_text) != std::string::npos);
    CHECK(messages[0]["text"].get<std::string>().find("Yes <script>") != std::string::npos);
}

TEST_CASE("the timeline shows what became of a text, and the audit trail can be kept") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const std::string number = send_to_dominic(screens);
    json texts;
    screens.wait_until([&] { return !(texts = screens.get("timeline")["texts"]).empty(); });
    REQUIRE(texts.size() == 1);
    CHECK(texts[0]["to"] == number);
    CHECK(texts[0]["line"] == "+16515550100");
    CHECK(texts[0]["rep"] == "Alexander Swanson");
    CHECK(texts[0]["records"] == json{{{"kind", "employee"}, {"id", 5814}, {"name", "Dominic Proke"}}});
    REQUIRE(texts[0]["states"].size() >= 2);
    CHECK(texts[0]["states"][0]["state"] == "queued");
    CHECK(texts[0]["states"][1]["state"] == "accepted");
    CHECK(texts[0]["states"][0]["at"] <= texts[0]["states"][1]["at"]);

    const json entries = screens.get("audit/entries")["entries"];
    CHECK(entries[0]["action"] == "text");  // newest first
    CHECK(entries.back()["id"] == 1);
    const ApiResult csv = screens.answer("GET", "audit?format=csv");
    CHECK(csv.download_name == "audit.csv");
    CHECK(csv.content_type == "text/csv; charset=utf-8");
    CHECK(
        csv.body.starts_with("\xEF\xBB\xBF"
                             "Entry,Time,Time zone,Time (UTC),Who,What,"));
    const ApiResult lines = screens.answer("GET", "audit?format=jsonl");
    CHECK(lines.download_name == "audit.jsonl");
    CHECK(json::parse(lines.body.substr(0, lines.body.find('\n')))["id"] == 1);
    CHECK(screens.refusal("GET", "audit?format=xls") == "400 \"format\" must be csv or jsonl.");
    CHECK(screens.refusal("GET", "audit") == "400 \"format\" must be csv or jsonl.");
}
