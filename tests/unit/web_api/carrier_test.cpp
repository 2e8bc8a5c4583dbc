#include <catch2/catch_test_macros.hpp>

#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

const std::string phone = "handsets/+16512220001";

}  // namespace

TEST_CASE("what goes wrong at the carrier is set and shown, and goes back as it came") {
    Screens screens;
    CHECK(screens.get("carrier")["url"] == screens.carrier_url());
    CHECK(screens.get("carrier")["faults"].empty());
    screens.put("carrier/faults", {{"rules", {{{"fault", "latency"}, {"milliseconds", 250}}}}});
    const json rules = screens.get("carrier")["faults"];
    REQUIRE(rules.size() == 1);
    CHECK(rules[0]["milliseconds"] == 250);
    screens.put("carrier/faults", {{"rules", rules}});
    CHECK(screens.get("carrier")["faults"] == rules);
    screens.put("carrier/faults", {{"rules", json::array()}});
    CHECK(screens.get("carrier")["faults"].empty());

    CHECK(screens.refusal("PUT", "carrier/faults", {{"rules", {{{"fault", "magic"}}}}}) ==
          "400 The carrier simulator refused the request: rule 1: the fault \"magic\" is unknown.");
    CHECK(screens.refusal("PUT", "carrier/faults", {{"rules", {"latency"}}}) ==
          "400 Each rule must be an object.");
    CHECK(screens.refusal("PUT", "carrier/faults", {{"rules", 5}}) == "400 \"rules\" must be a list.");
}

TEST_CASE("requests are shown without secrets") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const ApiResult result = screens.answer("GET", "carrier");
    CHECK_FALSE(json::parse(result.body)["requests"].empty());
    CHECK(result.body.find("hush") == std::string::npos);
}

TEST_CASE("a handset is switched off and on, made a landline, and fails") {
    Screens screens;
    screens.post(phone, {{"on", false}});
    screens.post(phone, {{"failure", 30003}});
    json handset = screens.get("handsets")["handsets"].at(0);
    CHECK(handset["number"] == "+16512220001");
    CHECK(handset["name"] == "");
    CHECK(handset["on"] == false);
    CHECK(handset["landline"] == false);
    CHECK(handset["failure"] == 30003);
    screens.post(phone, {{"on", true}, {"landline", true}, {"failure", nullptr}});
    handset = screens.get("handsets")["handsets"].at(0);
    CHECK(handset["on"] == true);
    CHECK(handset["landline"] == true);
    CHECK(handset["refused_at_once"] == false);
    screens.post(phone, {{"refused_at_once", true}});
    CHECK(screens.get("handsets")["handsets"].at(0)["refused_at_once"] == true);
    CHECK(handset["failure"].is_null());
    CHECK(screens.refusal("POST", phone, {{"on", "yes"}}) ==
          "400 The carrier simulator refused the request: \"on\" must be true or false.");
    CHECK(screens.refusal("POST", "handsets/651", {{"on", true}}).starts_with("400 "));
}

TEST_CASE("a handset is named after all who have its number") {
    Screens screens;
    screens.post("handsets/+17022486614", {{"on", true}});
    CHECK(screens.get("handsets")["handsets"].at(0)["name"] == "Ray Sr. Ortega, Ray Jr. Ortega");
    screens.post("handsets/+16122458890", {{"on", true}});  // an employee and a contact of one name
    CHECK(screens.get("handsets")["handsets"].at(0)["name"] == "Casey Lindgren");
}

TEST_CASE("a text waits while the handset is off") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    screens.post("handsets/+16512225105", {{"on", false}});
    const std::uint64_t id = screens.compose_to(7044);  // <b>Bobby</b>
    screens.post("dialogs/" + std::to_string(id) + "/press",
                 {{"button", "send"}, {"values", {{"body", "Hi"}}}});
    json texts;
    screens.wait_until([&] {
        texts = screens.get("handsets")["handsets"].at(0)["texts"];
        return !texts.empty();
    });
    CHECK(texts[0]["state"] == "waiting");
    screens.post("handsets/+16512225105", {{"on", true}});
    CHECK(screens.get("handsets")["handsets"].at(0)["texts"][0]["state"] == "received");
    CHECK(screens.get("handsets")["handsets"].at(0)["name"] == "<b>Bobby</b> \"; DROP TABLE record; --");
}

TEST_CASE("a reply that cannot be sent is refused in words") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    const json reply = {{"to", "+16515550100"}, {"body", "Hello"}};
    CHECK(screens.refusal("POST", phone + "/reply", {{"to", "+16515550100"}, {"body", ""}}) ==
          "400 Type a reply first.");
    CHECK(screens.refusal("POST", phone + "/reply", {{"body", "Hello"}}) == "400 \"to\" is missing.");
    CHECK(screens.refusal("POST", phone + "/reply", {{"to", "5550199"}, {"body", "Hello"}})
              .starts_with("400 The carrier simulator refused the request: \"5550199\" is not a number"));
    screens.post(phone, {{"on", false}});
    CHECK(screens.refusal("POST", phone + "/reply", reply) ==
          "409 The carrier simulator refused the request: +16512220001 is switched off.");
}

TEST_CASE("a password is set at the carrier, and a wrong one is refused") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    CHECK(screens.get("carrier")["accounts"].empty());
    const json account = {{"carrier", "zipwhip"}, {"username", "6515550100"}, {"password", "right"}};
    screens.post("carrier/accounts", account);
    const json listed = screens.get("carrier")["accounts"];
    CHECK(listed == json{{{"carrier", "zipwhip"}, {"username", "6515550100"}}});
    const json test = {{"id", 0},
                       {"values",
                        {{"owner", "branch"},
                         {"branch", "1"},
                         {"carrier", "zipwhip"},
                         {"username", "6515550100"},
                         {"password", "wrong"}}}};
    CHECK(screens.refusal("POST", "accounts/test", test) != "It was done.");
    screens.remove("carrier/accounts", {{"carrier", "zipwhip"}, {"username", "6515550100"}});
    CHECK(screens.get("carrier")["accounts"].empty());
    CHECK(screens.refusal("DELETE", "carrier/accounts", {{"carrier", "zipwhip"}, {"username", "1"}})
              .starts_with("404 "));
    CHECK(screens
              .refusal("POST", "carrier/accounts",
                       {{"carrier", "zipwhip"}, {"username", "someone"}, {"password", "x"}})
              .starts_with("400 The carrier simulator refused the request: the user name"));
    screens.remove("carrier/sessions");
}

TEST_CASE("anybody can text a line, and the carrier tells each text's way") {
    Screens screens(SEND_TEXT);
    screens.add_account();
    screens.post("handsets/+447911123456/reply", {{"to", "+16515550100"}, {"body", "Hello"}});
    screens.post("handsets/+16514287716/reply", {{"to", "+16515550100"}, {"body", "It is me"}});
    const json texts = screens.get("carrier")["texts"];
    REQUIRE(texts.size() == 2);
    CHECK(texts[0]["handset"] == "+447911123456");
    CHECK(texts[0]["name"] == "");
    CHECK(texts[0]["steps"][0]["step"] == "received");
    CHECK(texts[1]["name"] == "Dominic Proke");
}

TEST_CASE("a carrier that is gone is told as such") {
    Screens screens;
    screens.end_carrier();
    CHECK(screens.refusal("GET", "handsets").starts_with("502 That cannot be done: the carrier simulator"));
    CHECK(screens.refusal("GET", "carrier").starts_with("502 "));
}
