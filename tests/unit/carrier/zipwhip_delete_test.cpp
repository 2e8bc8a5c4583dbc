#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/api_client.hpp"

using namespace mock_host::test;
using nlohmann::json;

namespace {

std::string id_of(const Reply& sent) {
    return sent.json()["response"]["root"];
}

}  // namespace

TEST_CASE("deleted texts are gone from every list, all that are named or none") {
    RunningCarrier carrier;
    const std::string one = id_of(carrier.send(ann, "one"));
    const std::string two = id_of(carrier.send(ann, "two"));
    const std::string three = id_of(carrier.send(bob, "three"));
    CHECK(carrier.call("/message/delete", {{"message", one}, {"message", "1"}}).json()["errorCode"] == -703);
    CHECK(carrier.call("/message/delete").json()["errorCode"] == -703);
    CHECK(carrier.listed().size() == 3);
    const json deleted = carrier.call("/message/delete", {{"message", one}, {"message", three}}).json();
    CHECK(deleted["success"] == true);
    REQUIRE(carrier.listed().size() == 1);
    CHECK(carrier.listed()[0]["id"] == two);
    CHECK(carrier.call("/message/get", {{"message", one}}).json()["errorCode"] == -703);
    CHECK(carrier.call("/conversation/list").json()["total"] == 1);
    CHECK(carrier.call("/message/delete", {{"message", one}}).json()["errorCode"] == -703);
    CHECK(carrier.control.handset_texts(ann).size() == 2);
}

TEST_CASE("a deleted conversation takes its texts with it, and begins anew") {
    RunningCarrier carrier;
    carrier.send(ann, "to Ann");
    carrier.control.reply(ann, carrier.line, "from Ann");
    carrier.send(bob, "to Bob");
    const json list = carrier.call("/conversation/list").json()["response"];
    const Form of_ann{{"fingerprint", list[1]["fingerprint"]}};
    CHECK(carrier.call("/conversation/delete", of_ann).json()["success"] == true);
    REQUIRE(carrier.listed().size() == 1);
    CHECK(carrier.listed()[0]["body"] == "to Bob");
    CHECK(carrier.call("/conversation/delete", of_ann).json()["errorCode"] == -703);
    CHECK(carrier.call("/conversation/delete").json()["errorCode"] == -703);
    carrier.send(ann, "again");
    CHECK(carrier.call("/conversation/get", of_ann).json()["response"]["messages"].size() == 1);
}

TEST_CASE("one line deletes nothing of another's") {
    RunningCarrier carrier;
    const std::string id = id_of(carrier.send(ann, "one"));
    const std::string mine = carrier.session;
    carrier.session = carrier.client.post("/user/login", {{"username", "2065550199"}, {"password", "x"}})
                          .json()["response"];
    CHECK(carrier.call("/message/delete", {{"message", id}}).json()["errorCode"] == -703);
    carrier.session = mine;
    CHECK(carrier.listed().size() == 1);
}
