#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host::test;
using nlohmann::json;

namespace {

using Bodies = std::vector<std::string>;

Bodies bodies(const json& page) {
    Bodies found;
    for (const json& message : page["messages"])
        found.push_back(message["body"]);
    return found;
}

}  // namespace

TEST_CASE("Twilio: the list has both directions, newest first, and the other account's texts are not in it") {
    TwilioCarrier carrier;
    carrier.send(ann, "to Ann");
    const std::string sid = carrier.control.reply(ann, carrier.line, "from Ann");
    const json page = carrier.list();
    CHECK(bodies(page) == Bodies{"from Ann", "to Ann"});
    CHECK(page["messages"][0]["sid"] == sid);
    CHECK(page["messages"][0]["direction"] == "inbound");
    CHECK(page["messages"][0]["status"] == "received");
    CHECK(page["messages"][0]["from"] == ann);
    CHECK(page["messages"][0]["to"] == carrier.line);
    CHECK(page["page"] == 0);
    CHECK(page["page_size"] == 50);
    CHECK(page["start"] == 0);
    CHECK(page["end"] == 1);
    CHECK(page["next_page_uri"].is_null());
    CHECK(page["previous_page_uri"].is_null());

    const std::string other = "ACffffffffffffffffffffffffffffffff";
    carrier.control.add_account({"twilio", other, "x"});
    carrier.client.authorize(other, "x");
    CHECK(carrier.client.get("/2010-04-01/Accounts/" + other + "/Messages.json").json()["messages"].empty());
    CHECK(carrier.client.get("/2010-04-01/Accounts/" + other + "/Messages/" + sid + ".json").status == 404);
}

TEST_CASE("Twilio: the list is filtered by number and by the time of sending") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-01-01T23:59:59Z");
    carrier.send(ann, "first");
    carrier.control.set_clock("2026-01-02T00:00:00Z");
    carrier.send(bob, "second");
    carrier.control.reply(ann, carrier.line, "third");
    carrier.control.set_clock("2026-01-03T12:00:00Z");
    carrier.send(ann, "fourth");
    carrier.create({{"To", ann},
                    {"MessagingServiceSid", carrier.service},
                    {"Body", "scheduled"},
                    {"SendAt", "2026-01-04T12:00:00Z"},
                    {"ScheduleType", "fixed"}});

    CHECK(bodies(carrier.list("To=%2B16515565757")) == Bodies{"scheduled", "fourth", "first"});
    CHECK(bodies(carrier.list("To=%2B12065550150&From=%2B16515565757")) == Bodies{"third"});
    CHECK(bodies(carrier.list("DateSent=2026-01-02")) == Bodies{"third", "second"});
    CHECK(bodies(carrier.list("DateSent%3E=2026-01-02")) == Bodies{"fourth", "third", "second"});
    CHECK(bodies(carrier.list("DateSent%3C=2026-01-02")) == Bodies{"third", "second", "first"});
    CHECK(bodies(carrier.list("DateSent%3E=2026-01-02T00:00:01Z")) == Bodies{"fourth"});
    CHECK(bodies(carrier.list("DateSent%3E=2026-01-02&DateSent%3C=2026-01-02")) == Bodies{"third", "second"});
    for (const char* query : {"DateSent=yesterday", "DateSent%3E=2026-13-01", "PageSize=0", "PageSize=1001",
                              "PageSize=many", "Page=-1", "PageToken=PASM1", "PageToken=x"}) {
        INFO(query);
        const Reply reply = carrier.client.get(carrier.path() + "?" + query);
        CHECK(reply.status == 400);
        CHECK(reply.json()["code"] == 20001);
    }
}

TEST_CASE("Twilio: the time of sending is filtered in every spelling that the specification has") {
    TwilioCarrier carrier;
    for (const char* const when : {"2019-06-10T12:00:00Z", "2019-06-11T12:00:00Z", "2019-06-12T12:00:00Z"}) {
        carrier.control.set_clock(when);
        carrier.send(ann, std::string(when).substr(8, 2));
    }
    const Bodies since{"12", "11"};
    const Bodies until{"11", "10"};
    for (const char* const query :
         {"DateSent>=2019-06-11", "DateSent%3E=2019-06-11",
          "DateSent>%3D2019-06-11=", "DateSent%3E%3D=2019-06-11", "DateSent=%3E%3D2019-06-11",
          "DateSent=>=2019-06-11", "DateSent=%3E2019-06-11", "DateSent%3E2019-06-11",
          "DateSent%3E%3D2019-06-11", "DateSent%3e%3d=2019-06-11T12:00:00Z",
          "DateSent%3E=2019-06-11T12%3A00%3A00", "DateSent%3E=2019-06-11+12%3A00%3A00.000",
          "DateSent%3E=2019-06-11T05:00:00-07:00", "DateSent%3E=06%2F11%2F2019+05%3A00%3A00+MST",
          "DateSent%3E=06%2F11%2F2019+12%3A00%3A00+GMT", "DateSent%3E=Tue%2C+11+Jun+2019+12%3A00%3A00+-0000",
          "DateSent%3E%3D=Tue%2C+11+Jun+2019+05%3A00%3A00+-0700"}) {
        INFO(query);
        CHECK(bodies(carrier.list(query)) == since);
    }
    for (const char* const query :
         {"DateSent<=2019-06-11", "DateSent%3C=2019-06-11", "DateSent%3C%3D=2019-06-11",
          "DateSent=%3C%3D2019-06-11", "DateSent=<=2019-06-11", "DateSent%3C2019-06-11",
          "DateSent%3C%3D=2019-06-11T12:00:00Z", "DateSent%3C=06%2F11%2F2019+05%3A00%3A00+MST"}) {
        INFO(query);
        CHECK(bodies(carrier.list(query)) == until);
    }
    for (const char* const query :
         {"DateSent=2019-06-11", "DateSent=%3D2019-06-11", "DateSent%3D=2019-06-11",
          "DateSent=2019-06-11T12:00:00Z", "DateSent%3E%3D=2019-06-11&DateSent%3C%3D=2019-06-11"}) {
        INFO(query);
        CHECK(bodies(carrier.list(query)) == Bodies{"11"});
    }
    for (const char* const query :
         {"DateSent%3E%3D=", "DateSent%3E%3C=2019-06-11", "DateSent%3E%3E=2019-06-11",
          "DateSent%3D%3E=2019-06-11", "DateSent%3E=11%2F06%2F2019", "DateSent%3E=2019-06-31+12:00:00",
          "DateSent%3E=13%2F11%2F2019+05:00:00+MST", "DateSent%3E=Tue%2C+31+Jun+2019+12:00:00+GMT",
          "DateSent%3E=2019-06-11T12:00:00Zulu"}) {
        INFO(query);
        CHECK(refused(carrier.client.get(carrier.path() + "?" + query)) == 20001);
    }
    CHECK(bodies(carrier.list("DateSentinel=x")).size() == 3);
    const json page = carrier.list("DateSent%3E%3D=2019-06-11&PageSize=1");
    CHECK(page["first_page_uri"] == carrier.path() + "?DateSent%3E%3D=2019-06-11&PageSize=1&Page=0");
    const json next = carrier.client.get(page["next_page_uri"]).json();
    CHECK(bodies(next) == Bodies{"11"});
    CHECK(next["next_page_uri"].is_null());
}

TEST_CASE("Twilio: pages follow each other, whatever comes in between") {
    TwilioCarrier carrier;
    for (int i = 0; i < 5; ++i)
        carrier.send(ann, "text " + std::to_string(i));
    carrier.send(bob, "not wanted");
    const json first = carrier.list("To=%2B16515565757&DateSent%3E=2001-01-01&PageSize=2");
    CHECK(bodies(first) == Bodies{"text 4", "text 3"});
    const std::string next = first["next_page_uri"];
    CHECK(next.starts_with(carrier.path() + "?To=%2B16515565757&DateSent%3E=2001-01-01&PageSize=2&Page=1&"));
    CHECK(first["first_page_uri"] ==
          carrier.path() + "?To=%2B16515565757&DateSent%3E=2001-01-01&PageSize=2&Page=0");

    carrier.send(ann, "text 5");
    const json second = carrier.client.get(next).json();
    CHECK(bodies(second) == Bodies{"text 2", "text 1"});
    CHECK(second["uri"] == next);
    CHECK(second["page"] == 1);
    CHECK(second["start"] == 2);
    CHECK(second["end"] == 3);
    const json third = carrier.client.get(second["next_page_uri"]).json();
    CHECK(bodies(third) == Bodies{"text 0"});
    CHECK(third["next_page_uri"].is_null());
    const json back = carrier.client.get(third["previous_page_uri"]).json();
    CHECK(bodies(back) == Bodies{"text 2", "text 1"});
    CHECK(back["page"] == 1);
    CHECK(bodies(carrier.list("PageSize=2&Page=1")) == Bodies{"text 4", "text 3"});
    CHECK(carrier.list("PageSize=2&Page=9")["messages"].empty());
}

TEST_CASE("how many pictures came with a reply is listed") {
    TwilioCarrier carrier;
    carrier.control.reply(ann, carrier.line, "", 2);
    const json message = carrier.list()["messages"].at(0);
    CHECK(message["num_media"] == "2");
    CHECK(message["body"] == "");
    CHECK(message["sid"].get<std::string>().starts_with("MM"));
}
