#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/api_client.hpp"

using namespace mock_host::test;

TEST_CASE("a reply is listed as inbound, with the time of the simulated clock") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    carrier.send(ann, "Are you free?");
    carrier.control.set_clock("2026-03-03T15:00:01Z");
    const std::string id = carrier.control.reply(ann, carrier.line, "Yes");
    const auto newest = carrier.listed().at(0);
    CHECK(newest["id"] == id);
    CHECK(newest["type"] == "MO");
    CHECK(newest["sourceAddress"] == "6515565757");
    CHECK(newest["destAddress"] == "2065550100");
    CHECK(newest["body"] == "Yes");
    CHECK(newest["dateCreated"] == "2026-03-03T07:00:01-08:00");
    CHECK(carrier.control.all_handsets().at(0)["replies"][0]["body"] == "Yes");
}

TEST_CASE("STOP closes the way from one line, until UNSTOP or START") {
    RunningCarrier carrier;
    const auto code = [&] { return carrier.send(ann, "Hello").json().value("errorCode", 0); };
    carrier.control.reply(ann, carrier.line, "please stop");
    CHECK(code() == 0);
    carrier.control.reply(ann, "+12065550199", "STOP");
    CHECK(code() == 0);
    carrier.control.reply(ann, carrier.line, "Stop");
    CHECK(code() == -1234);
    carrier.control.reply(ann, carrier.line, "unstop");
    CHECK(code() == 0);
    carrier.control.reply(ann, carrier.line, "STOP");
    CHECK(code() == -1234);
    carrier.control.reply(ann, carrier.line, "START");
    CHECK(code() == 0);
    CHECK(carrier.control.handset_texts(ann).size() == 4);
}

TEST_CASE("a handset that is off gets its texts when it is switched on") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    carrier.control.set_handset(ann, false);
    CHECK(carrier.send(ann, "one").json()["success"] == true);
    CHECK(carrier.send(ann, "two").json()["success"] == true);
    CHECK(carrier.control.handset_texts(ann).empty());
    CHECK(carrier.listed()[0]["transmissionState"]["name"] == "QUEUED");
    CHECK_THROWS_AS(carrier.control.reply(ann, carrier.line, "I am off"), std::runtime_error);

    carrier.control.set_clock("2026-03-02T18:00:00Z");
    carrier.control.set_handset(ann, true);
    const auto texts = carrier.control.handset_texts(ann);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].body == "one");
    CHECK(texts[1].body == "two");
    CHECK(texts[1].when == "2026-03-02T18:00:00Z");
    for (const auto& message : carrier.listed()) {
        CHECK(message["transmissionState"]["name"] == "DELIVERED");
        CHECK(message["dateCreated"] == "2026-03-02T07:00:00-08:00");
        CHECK(message["dateDelivered"] == "2026-03-02T10:00:00-08:00");
    }
}

TEST_CASE("a landline takes no text") {
    RunningCarrier carrier;
    carrier.control.change_handset(ann, {{"landline", true}});
    CHECK(carrier.send(ann, "Hello").json()["errorCode"] == -124);
    CHECK(carrier.listed().empty());
    CHECK_THROWS_AS(carrier.control.reply(ann, carrier.line, "Hello"), std::runtime_error);
    carrier.control.change_handset(ann, {{"landline", false}});
    CHECK(carrier.send(ann, "Hello").json()["success"] == true);
    CHECK(carrier.control.handset_texts(ann).size() == 1);
}

TEST_CASE("a reset leaves no trace but the ids, which go on rising") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string before = carrier.control.reply(ann, carrier.line, "STOP");
    carrier.control.set_faults(nlohmann::json::parse(R"([{"fault":"garbage"}])"));
    carrier.control.reset();
    CHECK(carrier.control.all_handsets().empty());
    CHECK(carrier.control.requests().empty());
    CHECK(carrier.call("/message/list").json()["success"] == false);

    const Form credentials{{"username", "2065550100"}, {"password", "x"}};
    carrier.session = carrier.client.post("/user/login", credentials).json()["response"];
    CHECK(carrier.listed().empty());
    CHECK(carrier.send(ann, "Hello").json()["success"] == true);
    const auto sent = carrier.listed().at(0);
    CHECK(std::stoll(sent["id"].get<std::string>()) > std::stoll(before));
    CHECK_FALSE(sent["dateCreated"].get<std::string>().starts_with("2026-03-02"));
}

TEST_CASE("a reply may have pictures, and then no words") {
    RunningCarrier carrier;
    carrier.control.reply(ann, carrier.line, "", 2);
    carrier.control.reply(ann, carrier.line, "My card");
    const auto listed = carrier.listed();
    REQUIRE(listed.size() == 2);
    CHECK(listed[1]["body"] == "");
    CHECK(listed[1]["hasAttachment"] == true);
    CHECK(listed[0]["hasAttachment"] == false);
    CHECK(carrier.control.all_handsets()[0]["replies"][0]["pictures"] == 2);
}

TEST_CASE("the carrier's clock can be wrong, by its own word in every answer") {
    RunningCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    carrier.control.set_clock_ahead(-3600 * 1000);
    const Reply reply = carrier.send(ann, "Hello");
    CHECK(reply.date == "Mon, 02 Mar 2026 14:00:00 GMT");
    CHECK(carrier.control.handset_texts(ann).at(0).when == "2026-03-02T14:00:00Z");
    carrier.control.set_clock("2026-03-02T16:00:00Z");
    CHECK(carrier.send(ann, "Hello").date == "Mon, 02 Mar 2026 15:00:00 GMT");
    carrier.control.set_clock_ahead(0);
    CHECK(carrier.send(ann, "Hello").date == "Mon, 02 Mar 2026 16:00:00 GMT");
}
