#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host::test;
using nlohmann::json;

TEST_CASE("Twilio: a text is queued in the answer, and delivered to its handset") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string body = "Hello Ann \U0001F44D";
    const Reply reply = carrier.send(ann, body);
    CHECK(reply.status == 201);
    const json created = reply.json();
    const std::string sid = created["sid"];
    CHECK(sid.size() == 34);
    CHECK(sid.starts_with("SM"));
    CHECK(sid.find_first_not_of("0123456789abcdef", 2) == std::string::npos);
    CHECK(created["account_sid"] == carrier.account_sid);
    CHECK(created["messaging_service_sid"].is_null());
    CHECK(created["from"] == carrier.line);
    CHECK(created["to"] == ann);
    CHECK(created["body"] == body);
    CHECK(created["status"] == "queued");
    CHECK(created["direction"] == "outbound-api");
    CHECK(created["error_code"].is_null());
    CHECK(created["error_message"].is_null());
    CHECK(created["num_media"] == "0");
    CHECK(created["num_segments"] == "1");
    CHECK(created["date_created"] == "Mon, 02 Mar 2026 15:00:00 +0000");
    CHECK(created["date_updated"] == "Mon, 02 Mar 2026 15:00:00 +0000");
    CHECK(created["date_sent"].is_null());
    CHECK(created["api_version"] == "2010-04-01");
    CHECK(created["uri"] == carrier.path(sid));
    CHECK(created["subresource_uris"]["media"].is_string());
    CHECK(created["price"].is_null());
    CHECK(created["price_unit"].is_null());

    const auto texts = carrier.control.handset_texts(ann);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].line == carrier.line);
    CHECK(texts[0].body == body);
    CHECK(texts[0].message_id == sid);
    const json fetched = carrier.fetch(sid);
    CHECK(fetched["status"] == "delivered");
    CHECK(fetched["date_sent"] == "Mon, 02 Mar 2026 15:00:00 +0000");
}

TEST_CASE("Twilio: a handset that is off leaves its text sent, and one that fails undelivered") {
    TwilioCarrier carrier;
    carrier.control.set_handset(ann, false);
    const std::string sid = carrier.send(ann, "Hello").json()["sid"];
    CHECK(carrier.fetch(sid)["status"] == "sent");
    carrier.control.set_handset(ann, true);
    CHECK(carrier.fetch(sid)["status"] == "delivered");

    carrier.control.set_failure(bob, 30003);
    const json lost = carrier.fetch(carrier.send(bob, "Hello").json()["sid"]);
    CHECK(lost["status"] == "undelivered");
    CHECK(lost["error_code"] == 30003);
    CHECK(lost["error_message"].is_string());
    CHECK(carrier.control.handset_texts(bob).empty());
}

TEST_CASE("Twilio: a text to a landline is taken and fails, or is refused at once") {
    TwilioCarrier carrier;
    carrier.control.change_handset(bob, {{"landline", true}});
    const Reply taken = carrier.send(bob, "Hello");
    CHECK(taken.status == 201);
    CHECK(taken.json()["status"] == "queued");
    const json failed = carrier.fetch(taken.json()["sid"]);
    CHECK(failed["status"] == "undelivered");
    CHECK(failed["error_code"] == 30006);

    carrier.control.change_handset(bob, {{"refused_at_once", true}});
    CHECK(refused(carrier.send(bob, "Hello")) == 21614);
    CHECK(carrier.list()["messages"].size() == 1);
    CHECK(carrier.control.handset_texts(bob).empty());

    // Another reason for which its texts were set to fail is told before that.
    carrier.control.change_handset(bob, {{"refused_at_once", false}, {"failure", 30007}});
    CHECK(carrier.fetch(carrier.send(bob, "Hello").json()["sid"])["error_code"] == 30007);
    carrier.control.change_handset(bob, {{"landline", false}, {"failure", 0}});
    CHECK(carrier.fetch(carrier.send(bob, "Hello").json()["sid"])["status"] == "delivered");
}

TEST_CASE("Twilio: a messaging service accepts, and says afterwards who sent") {
    TwilioCarrier carrier;
    const Reply reply =
        carrier.create({{"To", ann}, {"MessagingServiceSid", carrier.service}, {"Body", "Hello"}});
    CHECK(reply.status == 201);
    CHECK(reply.json()["status"] == "accepted");
    CHECK(reply.json()["from"].is_null());
    CHECK(reply.json()["num_segments"] == "0");
    const json fetched = carrier.fetch(reply.json()["sid"]);
    CHECK(fetched["status"] == "delivered");
    CHECK(fetched["from"] == carrier.service_line);
    CHECK(fetched["num_segments"] == "1");
    CHECK(fetched["messaging_service_sid"] == carrier.service);
    CHECK(refused(carrier.create({{"To", ann},
                                  {"MessagingServiceSid", "MGffffffffffffffffffffffffffffffff"},
                                  {"Body", "Hello"}})) == 21701);
}

TEST_CASE("Twilio: what cannot be sent is refused with its code, and nothing of it is taken") {
    TwilioCarrier carrier;
    const auto code = [&](const std::string& to, const std::string& from, const std::string& body) {
        return refused(carrier.create({{"To", to}, {"From", from}, {"Body", body}}));
    };
    for (const char* to : {"6515565757", "+1651", "Ann", "+1651556575x", "+15005550001"})
        CHECK(code(to, carrier.line, "Hello") == 21211);
    CHECK(code("+15005550002", carrier.line, "Hello") == 21612);
    CHECK(code("+15005550003", carrier.line, "Hello") == 21408);
    CHECK(code("+15005550004", carrier.line, "Hello") == 21610);
    CHECK(code("+15005550009", carrier.line, "Hello") == 21614);
    CHECK(code(ann, "+15005550001", "Hello") == 21212);
    CHECK(code(ann, "+15005550007", "Hello") == 21606);
    CHECK(code(ann, "+15005550008", "Hello") == 21611);
    CHECK(code(ann, "+12065550199", "Hello") == 21606);
    CHECK(code(ann, "", "Hello") == 21603);
    CHECK(code("", carrier.line, "Hello") == 21604);
    CHECK(code(ann, carrier.line, "") == 21602);
    CHECK(code(ann, carrier.line, std::string(1601, 'a')) == 21617);
    CHECK(refused(carrier.create(
              {{"To", ann}, {"From", carrier.line}, {"Body", "Hello"}, {"StatusCallback", "nowhere"}})) ==
          21609);

    carrier.control.reply(ann, carrier.line, "STOP");
    CHECK(code(ann, carrier.line, "Hello") == 21610);
    CHECK(carrier.create({{"To", ann}, {"From", carrier.service_line}, {"Body", "Hello"}}).status == 201);
    carrier.control.reply(ann, carrier.line, "START");
    CHECK(carrier.send(ann, "Hello").status == 201);
    CHECK(carrier.control.handset_texts(ann).size() == 2);
    CHECK(carrier.create({{"To", ann}, {"From", "+15005550006"}, {"Body", "Hello"}}).status == 201);
}

TEST_CASE("Twilio: the longest body is 1600 characters, not bytes") {
    TwilioCarrier carrier;
    std::string body;
    for (int i = 0; i < 1600; ++i)
        body += "\u00e9";
    CHECK(carrier.send(ann, body).json()["num_segments"] == "11");
    CHECK(refused(carrier.send(ann, body + "\u00e9")) == 21617);
}

TEST_CASE("Twilio: how long a text may wait is from 1 to 36000 seconds") {
    TwilioCarrier carrier;
    const auto with_period = [&](const std::string& seconds) {
        return carrier.create(
            {{"To", ann}, {"From", carrier.line}, {"Body", "Hello"}, {"ValidityPeriod", seconds}});
    };
    for (const char* seconds : {"1", "5", "14400", "36000"})
        CHECK(with_period(seconds).status == 201);
    for (const char* seconds : {"0", "36001", "-1", "+5", "5.0", "1e3", "4294967297", "", " 5", "ten"}) {
        INFO(seconds);
        CHECK(refused(with_period(seconds)) == 21624);
    }
    CHECK(carrier.list()["messages"].size() == 4);
}

TEST_CASE("Twilio: nobody texts their own number") {
    TwilioCarrier carrier;
    CHECK(refused(carrier.send(carrier.line, "Hello")) == 21266);
    CHECK(refused(carrier.create(
              {{"To", carrier.service_line}, {"MessagingServiceSid", carrier.service}, {"Body", "Hello"}})) ==
          21266);
    CHECK(carrier.send(carrier.service_line, "from the other line").status == 201);
    CHECK(carrier.list()["messages"].size() == 1);
}

TEST_CASE("Twilio: media are counted") {
    TwilioCarrier carrier;
    Form form{{"To", ann}, {"From", carrier.line}};
    for (int i = 0; i < 10; ++i)
        form.emplace_back("MediaUrl", "https://example.com/picture.png");
    const json created = carrier.create(form).json();
    CHECK(created["num_media"] == "10");
    CHECK(created["sid"].get<std::string>().starts_with("MM"));
    form.emplace_back("MediaUrl", "https://example.com/picture.png");
    CHECK(refused(carrier.create(form)) == 21623);
}

TEST_CASE("Twilio: what is not there is not found") {
    TwilioCarrier carrier;
    const auto code = [&](const std::string& path) { return refused(carrier.client.get(path), 404); };
    CHECK(code(carrier.path("SMffffffffffffffffffffffffffffffff")) == 20404);
    CHECK(code("/2010-04-01/Accounts/" + carrier.account_sid + "/Calls.json") == 20404);
    CHECK(code("/2010-04-01/Accounts/" + carrier.account_sid + "/Messages/.json") == 20404);
    const std::string sid = carrier.send(ann, "Hello").json()["sid"];
    CHECK(code(carrier.path(sid + "/Media")) == 20404);
    CHECK(refused(carrier.client.send_json("PUT", carrier.path(sid), "{}"), 405) == 20004);
    CHECK(refused(carrier.client.send_json("DELETE", carrier.path(), "{}"), 405) == 20004);
    CHECK(refused(carrier.client.send_json("PUT", carrier.path(), "{}"), 405) == 20004);
}

TEST_CASE("Twilio: faults spoil its paths too, one method only if so wished") {
    TwilioCarrier carrier;
    const auto spoil = [&](json rule) {
        rule["path"] = carrier.path();
        carrier.control.set_faults(json::array({rule}));
    };
    spoil({{"fault", "error_with_200"}, {"code", 21408}, {"message", "not there"}, {"method", "POST"}});
    const Reply reply = carrier.send(ann, "Hello");
    CHECK(refused(reply) == 21408);
    CHECK(reply.json()["message"] == "not there");
    CHECK(carrier.list()["messages"].empty());
    spoil({{"fault", "error_with_200"}, {"code", 20003}, {"message", "no"}});
    CHECK(refused(carrier.send(ann, "Hello"), 401) == 20003);
    spoil({{"fault", "error_with_200"}, {"code", 20429}, {"message", "slow"}});
    CHECK(refused(carrier.send(ann, "Hello"), 429) == 20429);
    spoil({{"fault", "status_after"}, {"status", 503}, {"method", "POST"}});
    CHECK(refused(carrier.send(ann, "taken"), 503) == 20503);
    CHECK(carrier.list()["messages"].at(0)["body"] == "taken");
}

TEST_CASE("Twilio: what fails as a whole has its form of an error, whatever the status") {
    TwilioCarrier carrier;
    const auto code = [&](int status) {
        carrier.control.set_faults(json::array({{{"fault", "status"}, {"status", status}}}));
        const Reply reply = carrier.send(ann, "Hello");
        CHECK((reply.authenticate.empty() || status == 401));
        return refused(reply, status);
    };
    CHECK(code(400) == 20400);
    CHECK(code(401) == 20003);
    CHECK(code(404) == 20404);
    CHECK(code(405) == 20004);
    CHECK(code(429) == 20429);
    CHECK(code(500) == 20500);
    CHECK(code(502) == 20502);
    CHECK(code(503) == 20503);
    CHECK(carrier.control.handset_texts(ann).empty());
}
