#include <catch2/catch_test_macros.hpp>
#include <list>
#include <thread>

#include "web/site.hpp"

namespace {

const std::string hello = R"(event: hello|data: {"run":"this run"})";

void wait_for_listeners(Site& site, bool wanted) {
    while (site.events().has_listeners() != wanted)
        std::this_thread::yield();
}

}  // namespace

TEST_CASE("whoever listens is told the run, and then what changed") {
    Site site;
    Site::Stream first = site.listen();
    Site::Stream second = site.listen();
    REQUIRE(first.next() == hello);
    REQUIRE(second.next() == hello);
    site.events().changed("dialogs");
    REQUIRE(first.next() == R"(event: changed|data: {"topics":["dialogs"]})");
    REQUIRE(second.next() == R"(event: changed|data: {"topics":["dialogs"]})");
}

TEST_CASE("what changes at the same time is told at once") {
    mock_host::EventHub hub;
    hub.changed("nobody listens");
    mock_host::EventHub::Listener listener(hub);
    for (const char* const topic : {"log", "messages", "log"})
        hub.changed(topic);
    REQUIRE(listener.wait(std::chrono::hours(1)) == std::set<std::string>{"log", "messages"});
    REQUIRE(listener.wait(std::chrono::milliseconds(0)).empty());
}

TEST_CASE("requests are answered beside many open streams and kept connections") {
    Site site;
    std::list<Site::Stream> streams;
    for (int i = 0; i < 40; ++i)
        REQUIRE(streams.emplace_back(site.server().port()).next() == hello);
    REQUIRE(site.status_of("/api/frame") == 200);
}

TEST_CASE("a page that is gone is noticed") {
    Site site;
    {
        Site::Stream stream = site.listen();
        REQUIRE(stream.next() == hello);
    }
    wait_for_listeners(site, false);
    REQUIRE_FALSE(site.events().has_listeners());
}

TEST_CASE("the server ends while pages listen") {
    auto site = std::make_unique<Site>();
    Site::Stream stream = site->listen();
    REQUIRE(stream.next() == hello);
    site.reset();
    REQUIRE(stream.next().empty());
}

TEST_CASE("an ended hub lets nobody wait") {
    mock_host::EventHub hub;
    hub.end();
    mock_host::EventHub::Listener listener(hub);
    REQUIRE(listener.wait(std::chrono::hours(1)).empty());
    REQUIRE(hub.wait_for_end(std::chrono::hours(1)));
}
