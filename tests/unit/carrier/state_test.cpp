#include "carrier/state_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>
#include <fstream>

#include "unit/carrier/api_client.hpp"
#include "unit/carrier/telnyx_carrier.hpp"
#include "unit/carrier/twilio_carrier.hpp"
#include "unit/support/temp_folder.hpp"

using namespace mock_host;
using namespace mock_host::test;
using nlohmann::json;

namespace {

/// A file in a folder of its own, gone with the object.
struct Place {
    CarrierServerOptions options() const {
        CarrierServerOptions options;
        options.state_file = folder / "carrier.sqlite";
        return options;
    }

    send_text::testing::TempFolder folder;
};

}  // namespace

TEST_CASE("handsets, their texts and their opt-outs are there at the next start") {
    const Place place;
    json before;
    {
        RunningCarrier carrier(place.options());
        carrier.send(ann, "Are you free?");
        carrier.control.reply(ann, carrier.line, "Yes 😊");
        carrier.control.reply("+16125550142", carrier.line, "STOP");
        carrier.control.change_handset("+16125550143", {{"landline", true}, {"refused_at_once", true}});
        carrier.control.set_failure("+16125550144", 30003);
        carrier.control.set_handset("+16125550145", false);
        carrier.send("+16125550145", "This waits.");
        before = carrier.control.all_handsets();
        REQUIRE(before.size() == 5);
    }
    RunningCarrier carrier(place.options());
    CHECK(carrier.control.all_handsets() == before);
    CHECK(carrier.send("+16125550142", "Hello").json()["errorCode"] == -1234);
    carrier.control.set_handset("+16125550145", true);
    CHECK(carrier.control.handset_texts("+16125550145").at(0).body == "This waits.");
}

TEST_CASE("a carrier's messages are there at the next start, and ids go on rising") {
    const Place place;
    json before;
    {
        RunningCarrier carrier(place.options());
        carrier.call("/contact/save", {{"address", "ptn:/" + ann}, {"firstName", "Dominic"}});
        carrier.send(ann, "One");
        carrier.send(ann, "Two");
        carrier.control.reply(ann, carrier.line, "Three");
        before = carrier.listed();
        REQUIRE(before.size() == 3);
    }
    RunningCarrier carrier(place.options());
    CHECK(carrier.listed() == before);
    carrier.send(ann, "Four");
    const json after = carrier.listed();
    const auto id_of = [](const json& message) { return std::stoll(message["id"].get<std::string>()); };
    CHECK(id_of(after.at(0)) > id_of(before.at(0)));
}

TEST_CASE("Twilio's texts are there at the next start, with what became of each") {
    const Place place;
    json before;
    std::string scheduled;
    {
        TwilioCarrier carrier(place.options());
        carrier.control.set_clock("2026-03-02T15:00:00Z");
        carrier.control.set_failure(bob, 30003);
        carrier.send(ann, "Delivered");
        carrier.send(bob, "Lost");
        const json removed = carrier.send(ann, "Removed").json();
        carrier.client.send("DELETE", carrier.path(removed["sid"]), {}, {});
        scheduled = carrier.schedule("2026-03-02T16:00:00Z").json()["sid"];
        carrier.control.reply(ann, carrier.line, "Yes");
        before = carrier.list()["messages"];
        REQUIRE(before.size() == 4);
    }
    TwilioCarrier carrier(place.options());
    CHECK(carrier.list()["messages"] == before);
    carrier.control.set_clock("2026-03-02T16:00:01Z");
    CHECK(carrier.fetch(scheduled)["status"] == "delivered");
    carrier.send(ann, "The newest");
    CHECK(carrier.list()["messages"].at(0)["body"] == "The newest");
}

TEST_CASE("Telnyx's account, texts and opt-outs are there at the next start") {
    const Place place;
    json accounts;
    json delivered;
    std::string scheduled;
    {
        TelnyxCarrier carrier(place.options());
        carrier.control.set_clock("2026-03-02T15:00:00Z");
        accounts = carrier.control.accounts();
        delivered = carrier.fetch(carrier.sent(ann, "Delivered")["id"]);
        const json later{
            {"from", carrier.line}, {"to", ann}, {"text", "Later"}, {"send_at", "2026-03-02T16:00:00Z"}};
        scheduled = carrier.create(later).json()["data"]["id"];
        carrier.control.reply(bob, carrier.line, "STOP");
    }
    CarrierServer server(place.options());
    CarrierControl control(server.base_url());
    server.start();
    control.set_clock("2026-03-02T15:00:00Z");
    CHECK(control.accounts() == accounts);
    ApiClient client(server.base_url());
    client.authorize_with_token("KEY0123456789ABCDEF");
    const auto fetch = [&](const std::string& id) { return client.get("/v2/messages/" + id).json()["data"]; };
    CHECK(fetch(delivered["id"]) == delivered);
    const json stopped{{"from", "+12065550160"}, {"to", "+16513708370"}, {"text", "Hello"}};
    CHECK(telnyx_code(client.send_json("POST", "/v2/messages", stopped.dump()), 409) == "40300");
    control.set_clock("2026-03-02T16:00:01Z");
    CHECK(fetch(scheduled)["to"][0]["status"] == "delivered");
}

TEST_CASE("a line that Twilio let in without an account can be texted after a restart") {
    const Place place;
    {
        TwilioCarrier carrier(place.options());
        carrier.control.reset();
        carrier.send(ann, "Are you free?");
    }
    CarrierServer server(place.options());
    CarrierControl control(server.base_url());
    server.start();
    CHECK(control.reply("+16515565757", "+12065550150", "Yes").starts_with("SM"));
}

TEST_CASE("what was answered is there after the simulator was killed") {
    const Place place;
    const CarrierServerOptions options = place.options();
    RunningCarrier killed(
        options);  // is still there, and has closed nothing, when the next one opens the file
    killed.send(ann, "Are you free?");
    RunningCarrier next(options);
    CHECK(next.control.handset_texts(ann).at(0).body == "Are you free?");
    CHECK(next.listed().size() == 1);
}

TEST_CASE("accounts are there at the next start, and a wrong password stays wrong") {
    const Place place;
    {
        RunningCarrier carrier(place.options());
        carrier.control.add_account("2065550100", "secret");
    }
    RunningCarrier carrier(place.options());
    const Form wrong{{"username", "2065550100"}, {"password", "wrong"}};
    CHECK(carrier.client.post("/user/login", wrong).json()["success"] == false);
    CHECK(carrier.control.accounts() == json{{{"carrier", "zipwhip"}, {"username", "2065550100"}}});
    carrier.control.remove_account("zipwhip", "2065550100");
    CHECK(carrier.client.post("/user/login", wrong).json()["success"] == true);
}

TEST_CASE("a reset is there at the next start as well") {
    const Place place;
    {
        RunningCarrier carrier(place.options());
        carrier.send(ann, "Are you free?");
        carrier.control.reset();
    }
    RunningCarrier carrier(place.options());
    CHECK(carrier.control.all_handsets().empty());
    CHECK(carrier.listed().empty());
}

TEST_CASE("only its owner may read the file, and another database is refused in words") {
    const Place place;
    const std::filesystem::path file = place.folder / "carrier.sqlite";
    { const StateFile state(file); }
    using std::filesystem::perms;
    CHECK((std::filesystem::status(file).permissions() & (perms::group_all | perms::others_all)) ==
          perms::none);
    std::ofstream(place.folder / "other.sqlite") << std::string(5000, 'x');
    using Catch::Matchers::ContainsSubstring;
    CHECK_THROWS_MATCHES(StateFile(place.folder / "other.sqlite"), std::runtime_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("other.sqlite")));
    CHECK_THROWS_MATCHES(StateFile(place.folder / "missing/carrier.sqlite"), std::runtime_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("cannot be used")));
}
