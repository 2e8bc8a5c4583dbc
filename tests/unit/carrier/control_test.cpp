#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "carrier/control_api.hpp"
#include "carrier/fault_rules.hpp"
#include "carrier/request_log.hpp"
#include "carrier/simulator_clock.hpp"
#include "unit/carrier/api_client.hpp"

using namespace mock_host;
using namespace mock_host::test;
using nlohmann::json;

TEST_CASE("the control API says what it cannot do") {
    RunningCarrier carrier;
    const auto refused = [&](int status, const std::string& method, const std::string& path,
                             const std::string& body = "{}") {
        const Reply reply = carrier.client.send_json(method, "/_simulator/" + path, body);
        INFO(method << " " << path << " " << body << " → " << reply.text);
        CHECK(reply.status == status);
        CHECK(reply.json()["error"].is_string());
    };
    refused(404, "GET", "nothing");
    refused(404, "GET", "handsets/+16515565757");
    refused(404, "POST", "handsets/+16515565757/dance");
    refused(400, "GET", "handsets/6515565757");
    refused(400, "POST", "handsets/+16515565757", R"({"on":"yes"})");
    refused(400, "POST", "handsets/+16515565757", "[]");
    refused(400, "POST", "handsets/+16515565757/reply", R"({"to":"+12065550100"})");
    refused(400, "POST", "handsets/+16515565757/reply", R"({"to":"2065550100","body":"Hello"})");
    refused(400, "POST", "handsets/+16515565757/reply", "no JSON");
    refused(400, "POST", "handsets/+16515565757/reply", R"({"to":"+12065550100","pictures":11})");
    refused(400, "POST", "handsets/+16515565757/reply", R"({"to":"+12065550100","pictures":0})");
    refused(400, "POST", "handsets/+16515565757/reply", R"({"to":"+12065550100","body":"","pictures":1})");
    refused(405, "DELETE", "handsets");
    refused(405, "GET", "reset");
    refused(400, "PUT", "clock", R"({"now":"yesterday"})");
    refused(400, "PUT", "clock", R"({"now":"2026-13-02T15:00:00Z"})");
    refused(400, "PUT", "clock", R"({})");
    refused(400, "PUT", "clock", R"({"ahead_milliseconds":"1h"})");
    refused(400, "POST", "handsets/+16515565757", R"({"failure":"30003"})");
    refused(400, "POST", "handsets/+16515565757", R"({"failure":-1})");
    refused(400, "POST", "accounts", R"({"username":"someone","password":"x"})");
    refused(400, "POST", "accounts", R"({"username":"2065550100"})");
    refused(400, "POST", "accounts", R"({"username":"2065550100","password":"x","numbers":[]})");
    refused(400, "POST", "accounts", R"({"carrier":"pigeon","username":"2065550100","password":"x"})");
    refused(400, "PUT", "faults", R"({"fault":"hang"})");
    refused(400, "PUT", "faults", R"([{"fault":"explode"}])");
    refused(400, "PUT", "faults", R"([{"fault":"status"}])");
    refused(400, "PUT", "faults", R"([{"fault":"hang","milliseconds":5}])");
    refused(400, "PUT", "faults", R"([{"fault":"hang","times":-1}])");
    refused(400, "PUT", "faults", R"([{"fault":"hang","times":"2"}])");
    refused(413, "PUT", "faults", std::string((1 << 20) + 1, ' '));
}

TEST_CASE("the page on the simulator has every address of the control API, and no other") {
    std::ifstream file(PAGE);
    std::set<std::string> described;
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("| `") && line.find(" /_simulator/") != std::string::npos)
            described.insert(line.substr(3, line.find('`', 3) - 3));
    std::set<std::string> served;
    for (const ControlAddress& address : ControlApi::addresses())
        served.insert(address.method + " " + address.path);
    CHECK(served.size() > 10);
    CHECK(described == served);
}

TEST_CASE("the page on the simulator has every fault") {
    std::ostringstream page;
    page << std::ifstream(PAGE).rdbuf();
    for (int kind = 0; kind <= static_cast<int>(FaultKind::list_equal_ids); ++kind) {
        const std::string name = "`" + to_string(static_cast<FaultKind>(kind)) + "`";
        INFO(name);
        CHECK(page.str().find(name) != std::string::npos);
    }
}

TEST_CASE("what is told to the control API is JSON, whatever stands in it and whatever its type is called") {
    RunningCarrier carrier;
    std::size_t count = 0;
    for (const char* const type :
         {"application/json", "application/json; charset=utf-8", "application/x-www-form-urlencoded",
          "Application/X-WWW-Form-URLEncoded;charset=UTF-8", "text/plain", "text/plain;", ""}) {
        for (const char* const body : {"100% sure", "%", "50%zz", "a+b = c & d", "%41", "a=b&c=d"}) {
            INFO(type << ": " << body);
            const json order{{"to", carrier.line}, {"body", body}};
            const Reply reply =
                carrier.client.send("POST", "/_simulator/handsets/+16515565757/reply", type, order.dump());
            CHECK(reply.status == 200);
            const json replies = carrier.control.all_handsets().at(0)["replies"];
            CHECK(replies.size() == ++count);
            CHECK(replies.back()["body"] == body);
        }
    }
}

TEST_CASE("a carrier's form is read by its type, in any case and with parameters") {
    RunningCarrier carrier;
    const std::string form =
        "session=" + carrier.session + "&contacts=%2B16515565757&body=100%25+a%2Bb%26c%3Dd";
    for (const char* const type :
         {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8",
          "Application/X-WWW-Form-URLEncoded", "application/x-www-form-urlencoded ;charset=UTF-8"}) {
        INFO(type);
        CHECK(carrier.client.send("POST", "/message/send", type, form).json()["success"] == true);
        CHECK(carrier.control.handset_texts("+16515565757").back().body == "100% a+b&c=d");
    }
    for (const char* const type : {"application/json", "text/plain", "application/x-www-form-urlencoded-not"})
        CHECK(carrier.client.send("POST", "/message/send", type, form).json()["success"] == false);
    CHECK(carrier.client.send("POST", "/message/send", "application/x-www-form-urlencoded", "body=%zz")
              .status == 400);
}

TEST_CASE("a line that nobody can log in for gets no reply") {
    CarrierServerOptions options;
    options.accounts = {{"2065550100", "secret"}};
    RunningCarrier carrier(options);
    CHECK_THROWS_AS(carrier.control.reply("+16515565757", "+12065550199", "Hello"), std::runtime_error);
    CHECK_NOTHROW(carrier.control.reply("+16515565757", "+12065550100", "Hello"));
}

TEST_CASE("the request log shows what came, and hides secrets") {
    RunningCarrier carrier;
    carrier.control.set_faults(
        nlohmann::json::parse(R"([{"path":"/message/send","fault":"status","status":503}])"));
    carrier.send("+16515565757", "Hello");
    const auto requests = carrier.control.requests();
    REQUIRE(requests.size() == 2);
    CHECK(requests[0]["path"] == "/user/login");
    CHECK(requests[0]["fault"].is_null());
    CHECK(requests[0]["status"] == 200);
    CHECK(requests[0]["parameters"]["password"][0] == "(hidden)");
    CHECK(requests[1]["method"] == "POST");
    CHECK(requests[1]["path"] == "/message/send");
    CHECK(requests[1]["fault"] == "status");
    CHECK(requests[1]["status"] == 503);
    CHECK(requests[1]["parameters"]["contacts"][0] == "+16515565757");
    CHECK(requests.dump().find("secret") == std::string::npos);
    CHECK(requests.dump().find(carrier.session) == std::string::npos);
}

TEST_CASE("the request log keeps the last ones") {
    RequestLog log(3);
    for (int i = 0; i < 5; ++i)
        log.add({"GET", "/" + std::to_string(i), {}, {}}, "", 200, Moment{});
    const auto kept = log.all();
    REQUIRE(kept.size() == 3);
    CHECK(kept.front().path == "/2");
    CHECK(kept.back().path == "/4");
}

TEST_CASE("times are read with fractions and offsets, and nothing else is") {
    const auto same = [](const std::string& text) {
        const auto moment = from_iso_utc(text);
        return moment ? to_iso_utc(*moment) : "none";
    };
    CHECK(same("2026-03-02T15:00:00Z") == "2026-03-02T15:00:00Z");
    CHECK(same("2026-03-02T15:00:00.250Z") == "2026-03-02T15:00:00Z");
    CHECK(same("2026-03-02T15:00:00-07:00") == "2026-03-02T22:00:00Z");
    CHECK(same("2024-02-29T00:00:00Z") == "2024-02-29T00:00:00Z");
    for (const char* text : {"", "now", "2026-03-02", "2026-03-02T15:00:00", "2026-02-30T15:00:00Z",
                             "2026-03-02T25:00:00Z", "2026-03-02 15:00:00Z", "2026-03-02T15:00:00Zulu"}) {
        INFO(text);
        CHECK(same(text) == "none");
    }
}

TEST_CASE("a control without a simulator says so") {
    CHECK_THROWS_AS(CarrierControl("simulator"), std::runtime_error);
    CHECK_THROWS_AS(CarrierControl("ftp://127.0.0.1:1"), std::runtime_error);
    std::string gone;
    {
        const CarrierServer server;
        gone = server.base_url();
    }
    try {
        CarrierControl(gone).reset();
        FAIL("nobody is there");
    } catch (const std::runtime_error& e) {
        CHECK(std::string(e.what()).find(gone + " cannot be reached") != std::string::npos);
    }
}
