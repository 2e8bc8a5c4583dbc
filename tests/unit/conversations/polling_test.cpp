// When lines are polled, how far back, and what a failure of one does to the others.

#include <catch2/catch_test_macros.hpp>

#include <limits>

#include "store/account_store.hpp"
#include "unit/conversations/conversation_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("each line is polled once in the interval of the settings") {
    ConversationFixture office;
    CHECK(office.inbox.step() == start_time + 15s);
    CHECK(office.carrier.list_requests == 1);
    office.clock.advance(14s);
    CHECK(office.inbox.step() == start_time + 15s);
    CHECK(office.carrier.list_requests == 1);
    office.clock.advance(1s);
    CHECK(office.inbox.step() == start_time + 30s);
    CHECK(office.carrier.list_requests == 2);
}

TEST_CASE("an interval that is changed holds at once") {
    ConversationFixture office;
    const auto set_interval = [&office](Seconds interval) {
        Settings settings;
        settings.poll_interval = interval;
        office.settings.set(settings);
    };
    office.inbox.step();
    set_interval(1h);
    office.clock.advance(10min);
    CHECK(office.inbox.step() == start_time + 1h);
    CHECK(office.carrier.list_requests == 1);
    set_interval(15s);
    CHECK(office.inbox.step() == start_time + 10min + 15s);
    CHECK(office.carrier.list_requests == 2);
}

TEST_CASE("without a line nothing is polled, and a new one is seen") {
    ConversationFixture office;
    office.lines.remove(line);
    CHECK(office.inbox.step() == start_time + 15s);
    CHECK(office.carrier.list_requests == 0);
    office.lines.add(line);
    office.inbox.accounts_changed();
    office.inbox.step();
    CHECK(office.carrier.list_requests == 1);
}

TEST_CASE("a line that fails waits longer each time, is logged once, and stops no other") {
    ConversationFixture office;
    SimulatedCarrier& other = office.lines.add(other_line);
    bool is_down = true;
    office.carrier.list_fails = [&] { return is_down; };
    office.carrier.receive(number, "Yes");
    const TimePoint end = start_time + 4h;
    while (office.clock.now() < end)
        office.clock.advance_to(office.inbox.step());
    CHECK(other.list_requests == 4 * 3600 / 15);
    CHECK(office.carrier.list_requests < 120);
    CHECK(office.carrier.list_requests > 4 * 6);
    CHECK(office.log.count(LogSeverity::warning) == 1);

    is_down = false;
    office.poll();
    CHECK(office.notifier.notifications.size() == 1);
    CHECK(office.log.mentions("can be polled for replies again"));
    is_down = true;
    office.poll();
    CHECK(office.log.count(LogSeverity::warning) == 2);
}

TEST_CASE("a refused password is not tried more often than every five minutes, until it is changed") {
    ConversationFixture office;
    office.carrier.list_error = GatewayError::Kind::credentials_refused;
    office.carrier.list_fails = [] { return true; };
    office.inbox.step();
    office.clock.advance(5min - 1ms);
    office.inbox.step();
    CHECK(office.carrier.list_requests == 1);
    office.inbox.accounts_changed();
    office.inbox.step();
    CHECK(office.carrier.list_requests == 2);
}

TEST_CASE("a hint has its line polled at once, and no other") {
    ConversationFixture office;
    SimulatedCarrier& other = office.lines.add(other_line);
    office.inbox.step();
    office.inbox.poll_soon(line);
    office.inbox.step();
    CHECK(office.carrier.list_requests == 2);
    CHECK(other.list_requests == 1);
}

TEST_CASE("16,000 hints in five seconds have the line polled once a second, and the last is not lost") {
    ConversationFixture office;
    office.inbox.step();
    TimePoint next{};
    for (int hint = 0; hint < 16'000; ++hint) {
        if (hint % 16 == 0) office.clock.advance(5ms);
        office.inbox.poll_soon(line);
        next = office.inbox.step();
    }
    CHECK(office.clock.now() == start_time + 5s);
    CHECK(office.carrier.list_requests == 1 + 5);
    office.carrier.receive(number, "Yes");  // after the last poll that they caused
    CHECK(next == start_time + 5s + 5ms);
    office.clock.advance_to(next);
    office.inbox.step();
    CHECK(office.carrier.list_requests == 1 + 6);
    CHECK(office.notifier.notifications.size() == 1);
    CHECK(office.inbox.step() == next + 15s);
}

TEST_CASE("a clock that is set back keeps no hint waiting") {
    ConversationFixture office;
    office.inbox.step();
    office.inbox.poll_soon(line);
    office.inbox.step();
    office.clock.set(start_time - 1h);
    office.inbox.step();
    office.inbox.poll_soon(line);
    office.inbox.step();
    CHECK(office.carrier.list_requests == 4);
}

TEST_CASE("messages from before the account are not ours") {
    ConversationFixture office;
    office.carrier.receive(number, "Before");
    office.clock.advance(1min);
    office.lines.add(line, office.clock.now());
    office.carrier.receive(number, "After");
    office.poll();
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].text == "After");
}

TEST_CASE("where it is known what the carrier listed before the account, no clock decides what is ours") {
    ConversationFixture office;
    AccountStore accounts(office.database, office.random);
    const std::string before = office.carrier.receive(number, "Before");
    office.clock.advance(1min);
    office.carrier.receive(number, "After, says the list");
    for (CarrierMessage& message : office.carrier.messages)
        message.listed_at = message.created_at - 7h;
    accounts.begin_line(line, LineStart{{before}, TimePoint::min()});
    // By our clock the account was added a day later.
    office.lines.add(line, office.clock.now() + 24h, TimePoint::min());
    office.poll();
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].text == "After, says the list");

    SimulatedCarrier& other = office.lines.add(other_line, no_time, start_time + 1ms);
    other.receive(number, "Older than what was listed");
    other.messages.back().listed_at = start_time;
    office.poll();
    CHECK(office.notifier.notifications.size() == 1);
}

TEST_CASE("thousands of replies are read over many pages, in the order they came, and then no more") {
    ConversationFixture office;
    for (int i = 0; i < 1234; ++i) {
        office.carrier.receive(number, std::to_string(i));
        office.clock.advance(1s);
    }
    office.clock.advance(1h);
    office.inbox.step();
    REQUIRE(office.notifier.notifications.size() == 1234);
    for (std::size_t i = 0; i < 1234; ++i)
        REQUIRE(office.notifier.notifications[i].text == std::to_string(i));
    const std::int64_t requests = office.carrier.list_requests;
    CHECK(requests == 13);
    office.poll();
    CHECK(office.carrier.list_requests == requests + 7);  // the last ten minutes, for what is listed late
    office.carrier.receive(number, "late");
    office.poll();
    office.poll();
    CHECK(office.carrier.list_requests <= requests + 20);
}

TEST_CASE("a poll leaves off when the plug-in stops, and the next run files what it left") {
    ConversationFixture office;
    for (int i = 0; i < 300; ++i)
        office.carrier.receive(number, std::to_string(i));
    office.carrier.list_fails = [&] {
        office.is_stopping = office.carrier.list_requests == 2;
        return false;
    };
    office.inbox.step();
    CHECK(office.carrier.list_requests == 2);
    CHECK(office.notifier.notifications.empty());
    office.is_stopping = false;
    office.poll();
    CHECK(office.notifier.notifications.size() == 300);
}

TEST_CASE("a clock that is set back keeps no reply waiting") {
    ConversationFixture office;
    office.inbox.step();
    office.clock.set(start_time - 1h);
    office.carrier.receive(number, "Yes");
    office.inbox.step();
    CHECK(office.carrier.list_requests == 2);
    CHECK(office.notifier.notifications.size() == 1);
}

TEST_CASE("nor does it hide replies far down the list") {
    ConversationFixture office;
    office.send("Hello");
    office.poll();
    office.clock.set(office.clock.now() - 1h);
    for (int i = 0; i < 250; ++i)
        office.carrier.receive(number, "Reply " + std::to_string(i));
    office.clock.advance(1s);
    office.inbox.step();
    CHECK(office.notifier.notifications.size() == 250);
}

TEST_CASE("a message deleted between two pages hides none at the seam") {
    ConversationFixture office;
    for (int i = 0; i < 101; ++i)
        office.carrier.receive(number, std::to_string(i));
    office.carrier.list_fails = [&] {
        if (office.carrier.list_requests == 2) office.carrier.messages.pop_back();
        return false;
    };
    office.inbox.step();
    CHECK(office.carrier.list_requests < 6);
    CHECK(office.notifier.notifications.size() == 101);
}

TEST_CASE("a page of which nothing can be read does not end the list") {
    ConversationFixture office;
    office.carrier.receive(number, "Yes");
    for (int i = 0; i < 100; ++i) {
        office.carrier.receive(number, "From a short code");
        office.carrier.messages.back().id.clear();
    }
    office.poll();
    CHECK(office.notifier.notifications.size() == 1);
    CHECK(office.log.count(LogSeverity::warning) == 1);
}

TEST_CASE("messages that cannot be read are warned of once") {
    ConversationFixture office;
    office.carrier.unreadable = 2;
    office.carrier.receive(number, "Yes");
    office.poll();
    office.poll();
    CHECK(office.notifier.notifications.size() == 1);
    CHECK(office.log.count(LogSeverity::warning) == 1);
    CHECK(office.log.mentions("2 message(s)"));
}

TEST_CASE("log lines carry no body and no full number") {
    ConversationFixture office;
    office.directory.fails = true;
    office.message_log.fails = true;
    office.send("Secret words");
    office.carrier.receive(number, "Secret answer");
    office.carrier.receive(E164("+16515559999"), "Secret question");
    office.poll();
    office.logger.flush();
    office.carrier.list_fails = [] { return true; };
    office.poll();
    office.message_log.fails = false;
    office.message_log.records_are_gone = true;
    office.logger.flush();
    REQUIRE(office.log.lines.size() >= 4);
    for (const auto& [severity, words] : office.log.lines) {
        INFO(words);
        CHECK(words.find("Secret") == std::string::npos);
        for (const std::string& full : {line.str(), number.str(), std::string("+16515559999")}) {
            CHECK(words.find(full.substr(full.size() - 4)) == std::string::npos);
        }
    }
}

TEST_CASE("STOP opts the number out when it is filed, and is a reply like any other") {
    ConversationFixture office;
    office.send("Hello");
    office.carrier.receive(number, "STOP");
    office.poll();
    CHECK(office.number_facts.of(number).contains(NumberFact::opted_out));
    CHECK(office.notifier.notifications.size() == 1);
    office.carrier.receive(number, "start");
    office.poll();
    CHECK(office.number_facts.of(number).empty());
}

TEST_CASE("START lifts what a carrier's refusal said of the number before") {
    ConversationFixture office;
    office.consent.record_fact(number, NumberFact::opted_out, "The person has opted out.");
    const TimePoint refused_at = office.clock.now();
    SECTION("in the same second, which the carrier cuts") {
        office.consent.record_reply(number, "START", refused_at - 999ms);
        CHECK(office.number_facts.of(number).empty());
    }
    SECTION("but not if it is older and only filed late") {
        office.consent.record_reply(number, "START", refused_at - 1min);
        CHECK(office.number_facts.of(number).size() == 1);
    }
    SECTION("also when our clock has been set back since") {
        office.clock.set(office.clock.now() - 1h);
        office.consent.record_reply(number, "START", office.clock.now() - 1s);
        CHECK(office.number_facts.of(number).empty());
    }
}

TEST_CASE("what the carrier tells late of a number is remembered") {
    ConversationFixture office;
    office.send("Hello");
    office.carrier.messages.back().state = CarrierState::failed;
    office.carrier.messages.back().failure = "The number is a landline.";
    office.carrier.messages.back().fact = NumberFact::takes_no_texts;
    office.poll();
    REQUIRE(office.number_facts.of(number).size() == 1);
    CHECK(office.number_facts.of(number).at(NumberFact::takes_no_texts).reason ==
          "The number is a landline.");
}

TEST_CASE("a poll that is given up because Send Text is shutting down is no failure") {
    ConversationFixture office;
    office.carrier.receive(number, "Yes");
    office.carrier.is_cancelled = true;
    CHECK_THROWS_AS(office.inbox.step(), Cancelled);
    CHECK(office.log.lines.empty());
    office.carrier.is_cancelled = false;
    office.inbox.step();
    CHECK(office.notifier.notifications.size() == 1);
}
