#include "carrier/text_log.hpp"

#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/api_client.hpp"
#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host;
using namespace mock_host::test;
using nlohmann::json;

namespace {

/// "requested, accepted, failed 30003" of the newest text; a fault stands in brackets.
std::string newest_way(const RunningCarrier& carrier) {
    const json texts = carrier.control.texts();
    std::string words;
    const json steps = texts.back()["steps"];
    for (const json& step : steps) {
        words += (words.empty() ? "" : ", ") + step["step"].get<std::string>();
        if (step.contains("code")) words += " " + step["code"].dump();
        if (step.contains("fault")) words += " [" + step["fault"].get<std::string>() + "]";
        if (step.contains("status")) words += " " + step["status"].dump();
    }
    return words;
}

}  // namespace

TEST_CASE("the way of a text says how it came to its state") {
    RunningCarrier carrier;
    carrier.send(ann, "Hello");
    CHECK(newest_way(carrier) == "requested, accepted, delivered");
    const json text = carrier.control.texts().back();
    CHECK(text["carrier"] == "zipwhip");
    CHECK(text["line"] == carrier.line);
    CHECK(text["handset"] == ann);
    CHECK(text["body"] == "Hello");
    CHECK(text["message_id"] == carrier.control.handset_texts(ann).at(0).message_id);
    CHECK(text["steps"][0]["words"] == "POST /message/send");

    carrier.control.set_failure(ann, 30003);
    carrier.send(ann, "Hello");
    CHECK(newest_way(carrier) == "requested, accepted, failed 30003");

    carrier.control.change_handset(ann, {{"failure", 0}, {"on", false}});
    carrier.send(ann, "Hello");
    CHECK(newest_way(carrier) == "requested, accepted, waiting");
    carrier.control.set_handset(ann, true);
    CHECK(newest_way(carrier) == "requested, accepted, waiting, delivered");

    carrier.control.reply(ann, carrier.line, "STOP");
    CHECK(newest_way(carrier) == "received");
    CHECK(carrier.control.texts().back()["from_handset"] == true);
    carrier.send(ann, "Hello");
    CHECK(newest_way(carrier) == "requested, refused -1234 200");
    CHECK(carrier.control.texts().back()["message_id"].is_null());
}

TEST_CASE("the way of a text says which fault did it") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "status"}, {"status", 503}});
    carrier.send(ann, "Hello");
    CHECK(newest_way(carrier) == "requested, refused [status] 503");
    CHECK(carrier.control.texts().back()["line"] == carrier.line);
    carrier.spoil_sends({{"fault", "status_after"}, {"status", 503}});
    carrier.send(ann, "Hello");
    CHECK(newest_way(carrier) == "requested, accepted, delivered, answered [status_after] 503");
    carrier.spoil_sends({{"fault", "cut_after"}});
    CHECK_THROWS(carrier.send(ann, "Hello"));
    CHECK(newest_way(carrier) == "requested, accepted, delivered, answered [cut_after] 0");
    carrier.control.set_faults(json::array());
    carrier.call("/message/list");
    CHECK(carrier.control.texts().size() == 3);
}

TEST_CASE("the way of a text at Twilio") {
    TwilioCarrier carrier;
    const auto way = [&] {
        const json texts = carrier.control.texts();
        std::string words;
        const json steps = texts.back()["steps"];
        for (const json& step : steps)
            words +=
                step["step"].get<std::string>() + (step.contains("code") ? step["code"].dump() : "") + "; ";
        return words;
    };
    carrier.send(ann, "Hello");
    CHECK(way() == "requested; accepted; sent; delivered; ");
    carrier.control.set_failure(ann, 30007);
    carrier.send(ann, "Hello");
    CHECK(way() == "requested; accepted; sent; failed30007; ");
    carrier.send("+15005550001", "Hello");
    CHECK(way() == "requested; refused21211; ");
    CHECK(carrier.control.texts().back()["handset"] == "+15005550001");
    CHECK(carrier.control.accounts() ==
          json{{{"carrier", "twilio"}, {"username", carrier.account_sid}, {"numbers", {carrier.line}}}});
}

TEST_CASE("a log of texts is as long as it may be, and steps of older texts are passed over") {
    TextLog log(2);
    for (const char* const id : {"1", "2", "3"})
        log.add({"zipwhip", id, false, "+12065550100", ann, "Hello", {}});
    log.step("1", {"delivered", {}});
    log.step("3", {"delivered", {}});
    const auto all = log.all();
    REQUIRE(all.size() == 2);
    CHECK(all[0].message_id == "2");
    CHECK(all[0].steps.empty());
    CHECK(all[1].steps.size() == 1);
}

TEST_CASE("an account that is set ends the sessions of those who are not let in any more") {
    RunningCarrier carrier;
    carrier.control.add_account("2065550100", "secret");  // with which the client has logged in
    CHECK(carrier.call("/message/list").json()["success"] == true);
    carrier.control.add_account("2065550100", "another");
    CHECK(carrier.call("/message/list").json()["success"] == false);
}

TEST_CASE("everybody can be logged out") {
    RunningCarrier carrier;
    carrier.control.end_sessions();
    CHECK(carrier.call("/message/list").json()["success"] == false);
}
