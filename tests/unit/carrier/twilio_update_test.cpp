#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host::test;
using nlohmann::json;

TEST_CASE("Twilio: a text is redacted with an empty body, and only that changes") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string sid = carrier.send(ann, std::string(200, 'x')).json()["sid"];
    json expected = carrier.fetch(sid);
    carrier.control.set_clock("2026-03-02T16:00:00Z");
    const Reply redacted = carrier.client.post(carrier.path(sid), {{"Body", ""}});
    CHECK(redacted.status == 200);
    expected["body"] = "";
    expected["date_updated"] = "Mon, 02 Mar 2026 16:00:00 +0000";
    CHECK(expected["num_segments"] == "2");
    CHECK(redacted.json() == expected);
    CHECK(carrier.fetch(sid) == expected);
    CHECK(carrier.client.post(carrier.path(sid), {{"Body", ""}}).status == 200);
    CHECK(carrier.control.handset_texts(ann).at(0).body == std::string(200, 'x'));

    const std::string inbound = carrier.control.reply(ann, carrier.line, "private");
    CHECK(carrier.client.post(carrier.path(inbound), {{"Body", ""}}).json()["body"] == "");
}

TEST_CASE("Twilio: what is no update is not valid") {
    TwilioCarrier carrier;
    const std::string sid = carrier.send(ann, "Hello").json()["sid"];
    const auto code = [&](const Form& form) { return refused(carrier.client.post(carrier.path(sid), form)); };
    CHECK(code({}) == 30400);
    CHECK(code({{"Body", "Goodbye"}}) == 30400);
    CHECK(code({{"Body", ""}, {"Status", "canceled"}}) == 30400);
    CHECK(code({{"Status", "delivered"}}) == 30400);
    CHECK(carrier.fetch(sid)["body"] == "Hello");
}

TEST_CASE("Twilio: a deleted text is gone, and pages go on beside it") {
    TwilioCarrier carrier;
    for (int i = 0; i < 5; ++i)
        carrier.send(ann, "text " + std::to_string(i));
    const json first = carrier.list("PageSize=2");
    const std::string named_by_the_page = first["messages"][1]["sid"];
    const Reply deleted = carrier.client.send_json("DELETE", carrier.path(named_by_the_page), "");
    CHECK(deleted.status == 204);
    CHECK(deleted.text.empty());
    CHECK(refused(carrier.client.get(carrier.path(named_by_the_page)), 404) == 20404);
    CHECK(refused(carrier.client.send_json("DELETE", carrier.path(named_by_the_page), ""), 404) == 20404);
    CHECK(carrier.list()["messages"].size() == 4);

    const json second = carrier.client.get(first["next_page_uri"]).json();
    REQUIRE(second["messages"].size() == 2);
    CHECK(second["messages"][0]["body"] == "text 2");
    CHECK(second["messages"][1]["body"] == "text 1");
    carrier.client.send_json("DELETE", carrier.path(second["messages"][0]["sid"]), "");
    CHECK(carrier.client.get(second["previous_page_uri"]).json()["messages"][0]["body"] == "text 4");
}

TEST_CASE("Twilio: a text that waits for its time is neither redacted nor deleted") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string sid = carrier.schedule("2026-03-02T16:00:00Z").json()["sid"];
    CHECK(refused(carrier.client.post(carrier.path(sid), {{"Body", ""}}), 409) == 20009);
    CHECK(refused(carrier.client.send_json("DELETE", carrier.path(sid), ""), 409) == 20009);
    carrier.client.post(carrier.path(sid), {{"Status", "canceled"}});
    CHECK(carrier.client.send_json("DELETE", carrier.path(sid), "").status == 204);
    carrier.control.set_clock("2026-03-02T17:00:00Z");
    CHECK(carrier.control.handset_texts(ann).empty());
}

TEST_CASE("Twilio: a text that is deleted on its way stays deleted when it arrives") {
    TwilioCarrier carrier;
    carrier.control.set_handset(ann, false);
    const std::string sid = carrier.send(ann, "Hello").json()["sid"];
    CHECK(carrier.client.send_json("DELETE", carrier.path(sid), "").status == 204);
    carrier.control.set_handset(ann, true);
    CHECK(carrier.control.handset_texts(ann).size() == 1);
    CHECK(carrier.list()["messages"].empty());
}
