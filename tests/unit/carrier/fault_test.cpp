#include <Poco/Exception.h>
#include <Poco/Net/NetException.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <thread>

#include "unit/carrier/api_client.hpp"

using namespace mock_host::test;
using nlohmann::json;

TEST_CASE("a status is answered in place of the carrier, with Retry-After if wished") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "status"}, {"status", 429}, {"retry_after_seconds", 7}, {"times", 1}});
    const Reply reply = carrier.send(ann, "Hello");
    CHECK(reply.status == 429);
    CHECK(reply.retry_after == "7");
    CHECK(carrier.control.handset_texts(ann).empty());
    CHECK(carrier.send(ann, "Hello").json()["success"] == true);

    carrier.spoil_sends({{"fault", "status_after"}, {"status", 503}});
    CHECK(carrier.send(ann, "again").status == 503);
    CHECK(carrier.control.handset_texts(ann).size() == 2);
}

TEST_CASE("an error with HTTP 200 has the carrier's own form") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "error_with_200"}, {"code", -855}, {"message", "internal"}});
    const Reply reply = carrier.send(ann, "Hello");
    CHECK(reply.status == 200);
    CHECK(reply.json()["success"] == false);
    CHECK(reply.json()["errorCode"] == -855);
    CHECK(reply.json()["message"] == "internal");
    CHECK(carrier.control.handset_texts(ann).empty());
}

TEST_CASE("an error in the carrier's own form may come after the text was taken, with a reason or without") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "error_with_200_after"}, {"code", -1}, {"message", "unknown"}});
    CHECK(carrier.send(ann, "one").json()["errorCode"] == -1);
    carrier.spoil_sends({{"fault", "error_with_200_after"}});
    const Reply reply = carrier.send(ann, "two");
    CHECK(reply.status == 200);
    CHECK(reply.json() == json{{"success", false}, {"response", nullptr}});
    carrier.spoil_sends({{"fault", "status_after"}, {"status", 200}});
    CHECK(carrier.send(ann, "three").status == 200);
    CHECK(carrier.control.handset_texts(ann).size() == 3);
}

TEST_CASE("a cut leaves no answer; only after it is the text taken") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "cut_before"}, {"times", 1}});
    CHECK_THROWS_AS(carrier.send(ann, "lost"), Poco::Net::NoMessageException);
    carrier.client.connection().reset();
    CHECK(carrier.control.handset_texts(ann).empty());

    carrier.spoil_sends({{"fault", "cut_after"}, {"times", 1}});
    CHECK_THROWS_AS(carrier.send(ann, "taken"), Poco::Net::NoMessageException);
    carrier.client.connection().reset();
    REQUIRE(carrier.control.handset_texts(ann).size() == 1);
    CHECK(carrier.listed().at(0)["body"] == "taken");
    CHECK(carrier.control.requests().back()["path"] == "/message/list");
    CHECK(carrier.control.requests()[2]["fault"] == "cut_after");
    CHECK(carrier.control.requests()[2]["status"] == 0);
}

TEST_CASE("garbage is no JSON; only after it is the text taken") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "garbage"}});
    const Reply reply = carrier.send(ann, "lost");
    CHECK(reply.status == 200);
    CHECK(reply.json().is_discarded());
    CHECK(carrier.control.handset_texts(ann).empty());
    carrier.spoil_sends({{"fault", "garbage_after"}});
    CHECK(carrier.send(ann, "taken").json().is_discarded());
    CHECK(carrier.control.handset_texts(ann).size() == 1);
}

TEST_CASE("a late answer is late, and right") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "latency"}, {"milliseconds", 60}});
    const auto before = std::chrono::steady_clock::now();
    CHECK(carrier.send(ann, "Hello").json()["success"] == true);
    CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(60));
    CHECK(carrier.control.handset_texts(ann).size() == 1);
}

TEST_CASE("a hung answer never comes, and holds up nobody else") {
    RunningCarrier carrier;
    const std::string fault = GENERATE_COPY(std::string("hang"), std::string("hang_after"));
    carrier.spoil_sends({{"fault", fault}, {"times", 1}});
    carrier.client.connection().reset();  // Poco applies a time-out to new connections only
    carrier.client.connection().setTimeout(Poco::Timespan(0, 50'000));
    CHECK_THROWS_AS(carrier.send(ann, "one"), Poco::TimeoutException);
    carrier.client.connection().reset();
    carrier.client.connection().setTimeout(Poco::Timespan(60, 0));
    CHECK(carrier.control.handset_texts(ann).size() == (fault == "hang" ? 0 : 1));
    CHECK(carrier.send(ann, "two").json()["success"] == true);
}

TEST_CASE("the end of the simulator lets go of who hangs or waits") {
    RunningCarrier carrier;
    const std::string path = carrier.server.base_url();
    carrier.control.set_faults(json::parse(R"([{"path":"/message/send","fault":"hang"},
                                               {"path":"/message/list","fault":"latency","milliseconds":3600000}])"));
    std::atomic<int> returned = 0;
    const auto ask = [&](const std::string& what) {
        ApiClient client(path);
        client.connection().setTimeout(Poco::Timespan(600, 0));
        try {
            client.post(what, {{"session", carrier.session}});
        } catch (const Poco::Exception&) {
            // The simulator ended first.
        }
        ++returned;
    };
    std::vector<std::thread> clients;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back(ask, i % 2 == 0 ? "/message/send" : "/message/list");
    const auto matched = [&] {
        const auto faults = json::parse(ApiClient(path).get("/_simulator/faults").text);
        return faults[0]["matched"].get<int>() + faults[1]["matched"].get<int>();
    };
    while (matched() < 8)
        std::this_thread::yield();
    CHECK(returned == 0);
    carrier.server.stop();
    for (std::thread& client : clients)
        client.join();
    CHECK(returned == 8);
}

TEST_CASE("rules skip, run out, and are asked in their order") {
    RunningCarrier carrier;
    carrier.control.set_faults(json::parse(R"([
        {"path":"/message/send","skip":1,"times":1,"fault":"status","status":500},
        {"path":"/message/list","times":0,"fault":"status","status":501},
        {"skip":3,"times":1,"fault":"status","status":502}])"));
    CHECK(carrier.send(ann, "1").status == 200);
    CHECK(carrier.send(ann, "2").status == 500);
    CHECK(carrier.send(ann, "3").status == 200);
    CHECK(carrier.call("/message/list").status == 200);
    CHECK(carrier.call("/user/logout").status == 502);
    CHECK(carrier.call("/message/list").status == 200);
    CHECK(carrier.control.handset_texts(ann).size() == 2);
}

TEST_CASE("rules that make no sense leave those in force") {
    RunningCarrier carrier;
    carrier.spoil_sends({{"fault", "garbage"}});
    CHECK_THROWS_AS(carrier.control.set_faults(json::parse(R"([{"fault":"hang"},{"fault":"dance"}])")),
                    std::runtime_error);
    CHECK(carrier.send(ann, "Hello").json().is_discarded());
}

TEST_CASE("many senders at once lose nothing") {
    RunningCarrier carrier;
    constexpr int senders = 8;
    constexpr int texts_each = 20;
    std::vector<std::thread> threads;
    for (int s = 0; s < senders; ++s) {
        threads.emplace_back([&, s] {
            ApiClient client(carrier.server.base_url());
            for (int t = 0; t < texts_each; ++t) {
                client.post("/message/send", {{"session", carrier.session},
                                              {"contacts", "+1651556570" + std::to_string(s)},
                                              {"body", std::to_string(t)}});
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (int s = 0; s < senders; ++s) {
        const auto texts = carrier.control.handset_texts("+1651556570" + std::to_string(s));
        REQUIRE(texts.size() == texts_each);
        for (int t = 0; t < texts_each; ++t)
            CHECK(texts[static_cast<std::size_t>(t)].body == std::to_string(t));
    }
    CHECK(carrier.call("/message/list").json()["total"] == senders * texts_each);
}
