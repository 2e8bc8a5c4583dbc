#include <catch2/catch_test_macros.hpp>
#include <map>

#include "unit/carrier/receiver.hpp"
#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host::test;
using nlohmann::json;

TEST_CASE("Twilio: a scheduled text waits, and can be cancelled once") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const auto schedule = [&](const std::string& when, const std::string& type = "fixed") {
        return carrier.create({{"To", ann},
                               {"MessagingServiceSid", carrier.service},
                               {"Body", "Later"},
                               {"SendAt", when},
                               {"ScheduleType", type}});
    };
    const Reply reply = schedule("2026-03-02T15:05:00Z");
    CHECK(reply.status == 201);
    CHECK(reply.json()["status"] == "scheduled");
    CHECK(carrier.control.handset_texts(ann).empty());
    const std::string path = carrier.path(reply.json()["sid"]);
    CHECK(refused(carrier.client.post(path, {{"Status", "sent"}})) == 30400);
    const Reply cancelled = carrier.client.post(path, {{"Status", "canceled"}});
    CHECK(cancelled.status == 200);
    CHECK(cancelled.json()["status"] == "canceled");
    CHECK(cancelled.json()["date_sent"].is_null());
    CHECK(refused(carrier.client.post(path, {{"Status", "canceled"}})) == 30409);
    const std::string sent = carrier.send(ann, "Now").json()["sid"];
    CHECK(refused(carrier.client.post(carrier.path(sent), {{"Status", "canceled"}})) == 30409);

    CHECK(schedule("2026-04-06T15:00:00Z").status == 201);
    for (const char* when : {"2026-03-02T15:04:59Z", "2026-04-06T15:00:01Z", "tomorrow", ""})
        CHECK(refused(schedule(when)) == 35114);
    CHECK(refused(schedule("2026-03-02T16:00:00Z", "soon")) == 35114);
    CHECK(refused(carrier.create({{"To", ann},
                                  {"From", carrier.line},
                                  {"Body", "Later"},
                                  {"SendAt", "2026-03-02T16:00:00Z"},
                                  {"ScheduleType", "fixed"}})) == 35118);
}

TEST_CASE("Twilio: a scheduled text leaves when its time passes, dated then") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string late = carrier.schedule("2026-03-02T17:00:00Z", "second").json()["sid"];
    const std::string early = carrier.schedule("2026-03-02T16:00:00Z", "first").json()["sid"];
    const std::string never = carrier.schedule("2026-03-02T16:30:00Z", "never").json()["sid"];
    carrier.client.post(carrier.path(never), {{"Status", "canceled"}});
    CHECK(carrier.fetch(early)["from"].is_null());

    carrier.control.set_clock("2026-03-02T15:59:59Z");
    CHECK(carrier.control.handset_texts(ann).empty());
    CHECK(carrier.fetch(early)["status"] == "scheduled");
    carrier.control.set_clock("2026-03-02T16:00:00Z");
    CHECK(carrier.control.handset_texts(ann).size() == 1);
    carrier.control.set_clock("2026-03-03T16:00:00Z");

    const auto texts = carrier.control.handset_texts(ann);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].body == "first");
    CHECK(texts[0].line == carrier.service_line);
    CHECK(texts[0].message_id == early);
    CHECK(texts[1].body == "second");
    CHECK(texts[1].when == "2026-03-02T17:00:00Z");
    const json sent = carrier.fetch(late);
    CHECK(sent["status"] == "delivered");
    CHECK(sent["from"] == carrier.service_line);
    CHECK(sent["date_created"] == "Mon, 02 Mar 2026 15:00:00 +0000");
    CHECK(sent["date_sent"] == "Mon, 02 Mar 2026 17:00:00 +0000");
    CHECK(sent["date_updated"] == "Mon, 02 Mar 2026 17:00:00 +0000");
    CHECK(carrier.fetch(never)["status"] == "canceled");
    CHECK(refused(carrier.client.post(carrier.path(late), {{"Status", "canceled"}})) == 30409);
}

TEST_CASE(
    "Twilio: several scheduled texts leave in the order of their times when the clock goes on by a day") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    for (const char* const hour : {"20", "18", "19", "17"})
        carrier.schedule("2026-03-02T" + std::string(hour) + ":00:00Z", hour);
    carrier.control.set_clock("2026-03-03T15:00:00Z");
    std::string order;
    for (const auto& text : carrier.control.handset_texts(ann))
        order += text.body + " ";
    CHECK(order == "17 18 19 20 ");
}

TEST_CASE("Twilio: what was due by the system's time leaves, and is told, when that is the time again") {
    Receiver receiver;
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    carrier.create({{"To", ann},
                    {"MessagingServiceSid", carrier.service},
                    {"Body", "Later"},
                    {"SendAt", "2026-03-02T15:05:00Z"},
                    {"ScheduleType", "fixed"},
                    {"StatusCallback", receiver.url()}});
    carrier.control.set_clock(std::nullopt);
    CHECK(receiver.inbox.take().body.find("MessageStatus=sent") != std::string::npos);
    CHECK(receiver.inbox.take().body.find("MessageStatus=delivered") != std::string::npos);
}

TEST_CASE(
    "Twilio: who sends STOP meanwhile does not get the scheduled text, and a handset that loses it says "
    "why") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    const std::string sid = carrier.schedule("2026-03-02T16:00:00Z").json()["sid"];
    carrier.control.reply(ann, carrier.service_line, "STOP");
    carrier.control.set_clock("2026-03-02T16:00:00Z");
    const json failed = carrier.fetch(sid);
    CHECK(failed["status"] == "failed");
    CHECK(failed["error_code"] == 21610);
    CHECK(failed["error_message"].is_string());
    CHECK(failed["date_sent"].is_null());
    CHECK(carrier.control.handset_texts(ann).empty());

    carrier.control.reply(ann, carrier.service_line, "START");
    const std::string lost = carrier.schedule("2026-03-02T17:00:00Z").json()["sid"];
    carrier.control.set_failure(ann, 30003);
    carrier.control.set_clock("2026-03-02T18:00:00Z");
    CHECK(carrier.fetch(lost)["status"] == "undelivered");
    CHECK(carrier.fetch(lost)["error_code"] == 30003);
}
