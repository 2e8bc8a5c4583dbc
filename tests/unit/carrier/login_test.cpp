#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/api_client.hpp"

using namespace mock_host;
using namespace mock_host::test;

TEST_CASE("a login answers with a key that opens the API, and a logout ends it") {
    RunningCarrier carrier;
    CHECK(carrier.session.find(':') != std::string::npos);
    CHECK(carrier.call("/message/list").json()["success"] == true);
    CHECK(carrier.call("/user/logout").json()["success"] == true);

    const Reply refused = carrier.call("/message/list");
    CHECK(refused.status == 200);
    CHECK(refused.json()["success"] == false);
    CHECK(refused.json()["message"].get<std::string>().find("log in again") != std::string::npos);
}

TEST_CASE("every login has a key of its own") {
    RunningCarrier carrier;
    const Form credentials{{"username", "2065550100"}, {"password", "secret"}};
    const auto second = carrier.client.post("/user/login", credentials).json()["response"];
    CHECK(second != carrier.session);
    CHECK(carrier.call("/message/list").json()["success"] == true);
}

TEST_CASE("with accounts only they get in") {
    CarrierServerOptions options;
    options.accounts = {{"2065550100", "secret"}};
    RunningCarrier carrier(options);
    const auto success = [&](const std::string& username, const std::string& password) {
        const Reply reply =
            carrier.client.post("/user/login", {{"username", username}, {"password", password}});
        CHECK(reply.status == 200);
        return reply.json()["success"].get<bool>();
    };
    CHECK(success("2065550100", "secret"));
    CHECK_FALSE(success("2065550100", "wrong"));
    CHECK_FALSE(success("2065550199", "secret"));
    carrier.control.add_account("2065550199", "other");
    CHECK(success("2065550199", "other"));
    carrier.control.reset();
    CHECK_FALSE(success("2065550199", "other"));
}

TEST_CASE("without accounts a user name of digits and a password are enough, and nothing less") {
    RunningCarrier carrier;
    const auto success = [&](const Form& form) {
        return carrier.client.post("/user/login", form).json()["success"].get<bool>();
    };
    CHECK(success({{"username", "447911123456"}, {"password", "x"}}));
    CHECK_FALSE(success({{"username", "2065550100"}, {"password", ""}}));
    CHECK_FALSE(success({{"username", "(206) 555-0100"}, {"password", "x"}}));
    CHECK_FALSE(success({{"username", "2065550100"}}));
}

TEST_CASE("requests may come by GET, and only by GET or POST") {
    RunningCarrier carrier;
    CHECK(carrier.client.get("/message/list?session=" + carrier.session).json()["success"] == true);
    CHECK(carrier.client.send_json("PUT", "/message/list", "{}").status == 405);
    CHECK(carrier.client.get("/no/such/path").status == 404);
}

TEST_CASE("accounts that no carrier could have are refused at the start") {
    CarrierServerOptions options;
    options.accounts = {{"someone", "secret"}};
    CHECK_THROWS_AS(CarrierServer(options), std::invalid_argument);
}

TEST_CASE("a port that is in use is said in words") {
    const CarrierServer first;
    CarrierServerOptions options;
    options.port = first.port();
    try {
        const CarrierServer second(options);
        FAIL("two simulators share a port");
    } catch (const std::runtime_error& e) {
        const std::string message = e.what();
        CHECK(message.find("port " + std::to_string(first.port())) != std::string::npos);
        CHECK(message.find("in use") != std::string::npos);
    }
}
