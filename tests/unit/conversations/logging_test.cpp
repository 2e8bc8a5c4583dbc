// A conversation is logged as one message, exactly once.

#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/time.hpp"
#include "unit/conversations/conversation_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("a conversation is logged as one message when its window has passed") {
    ConversationFixture office;
    office.directory.add(dominic, "Dominic E Proke", {number});
    office.send("Can you work on Monday?");
    office.clock.advance(1min);
    office.carrier.receive(number, "Yes");
    office.inbox.step();
    const TimePoint window_end = start_time + office.batch_window();
    CHECK(office.logger.step() == window_end);
    office.clock.advance_to(window_end - 1ms);
    CHECK(office.logger.step() == window_end);
    CHECK(office.message_log.calls == 0);

    office.clock.advance_to(window_end);
    CHECK(office.logger.step() == no_deadline);
    REQUIRE(office.message_log.messages.size() == 1);
    const LoggedMessage& message = office.message_log.at(0);
    CHECK(message.action_code == "Text");
    CHECK(message.records == std::vector{dominic});
    CHECK(message.author_rep_id == 7);
    CHECK(message.text ==
          "Text conversation with Dominic E Proke, (651) 555-1204\nTimes are in UTC.\n\n"
          "2026-03-02 15:04 Alexander Swanson: Can you work on Monday?\n"
          "2026-03-02 15:05 Dominic E Proke: Yes\n");
    office.logger.step();
    CHECK(office.message_log.calls == 1);
}

namespace {

/// A plug-in that was started a moment ago, on the store of an office.
struct Started {
    explicit Started(ConversationFixture& of)
        : inbox(of.outbox, of.conversations, of.lines, of.consent, of.directory, of.notifier, of.context, {}),
          logger(of.conversations, of.message_log, of.directory, of.notifier, of.context, {},
                 &inbox.reads()) {}

    Inbox inbox;
    ConversationLogger logger;
};

/// A text with a reply that nobody has read; then the plug-in was off until after their window's end.
struct OfficeThatWasOff : ConversationFixture {
    OfficeThatWasOff() {
        send("Can you work on Monday?");
        clock.advance(1min);
        carrier.receive(number, "Yes");
        clock.advance_to(start_time + batch_window() + 30min);
    }
};

bool is_in_message(ConversationFixture& office, const std::string& words) {
    REQUIRE(office.message_log.messages.size() == 1);
    return office.message_log.at(0).text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a text and its reply are one message, though the plug-in was off when their window ended") {
    OfficeThatWasOff office;
    Started started(office);
    started.logger.step();
    CHECK(office.message_log.calls == 0);
    started.inbox.step();
    started.logger.step();
    CHECK(is_in_message(office, "Yes"));
}

TEST_CASE("a reply just before the window's end is in its message, though it is polled after it") {
    ConversationFixture office;
    Started started(office);
    office.send("Hello");
    const TimePoint end = start_time + office.batch_window();
    office.clock.advance_to(end - 1min);
    started.inbox.step();
    office.clock.advance_to(end - 1ms);
    office.carrier.receive(number, "Yes");
    office.clock.advance_to(end);
    started.logger.step();
    CHECK(office.message_log.calls == 0);
    office.clock.advance(1min);
    started.inbox.step();
    started.logger.step();
    CHECK(is_in_message(office, "Yes"));
}

TEST_CASE("a carrier that cannot be read is waited for an hour, and then no longer") {
    OfficeThatWasOff office;
    office.carrier.list_fails = [] { return true; };
    Started started(office);
    for (int minute = 0; minute < 60; ++minute) {
        started.inbox.step();
        const TimePoint deadline = started.logger.step();
        CHECK(office.message_log.calls == 0);
        CHECK(deadline > office.clock.now());
        office.clock.advance(1min);
    }
    CHECK(started.logger.step() == no_deadline);
    CHECK(office.message_log.messages.size() == 1);
}

TEST_CASE("a message that cannot be filed is waited for like a carrier that cannot be read") {
    OfficeThatWasOff office;
    office.directory.fails = true;
    office.carrier.receive(E164("+16515551299"), "Who is this?");
    Started started(office);
    started.inbox.step();
    started.logger.step();
    CHECK(office.message_log.calls == 0);
    office.directory.fails = false;
    office.clock.advance(10min);
    started.inbox.step();
    started.logger.step();
    CHECK(is_in_message(office, "Yes"));
}

TEST_CASE("a conversation of a line that is not polled waits for nobody") {
    OfficeThatWasOff office;
    office.lines.remove(line);
    Started started(office);
    started.inbox.step();
    started.logger.step();
    CHECK(office.message_log.messages.size() == 1);
}

TEST_CASE("a reply after the window opens a batch of its own") {
    ConversationFixture office;
    const bool is_after = GENERATE(true, false);
    office.send("Hello");
    office.clock.advance_to(start_time + office.batch_window() - (is_after ? 0ms : 1ms));
    office.carrier.receive(number, "Yes");
    office.inbox.step();
    office.logger.flush();
    CHECK(office.message_log.messages.size() == (is_after ? 2U : 1U));
    CHECK((office.message_log.at(0).text.find("Yes") == std::string::npos) == is_after);
    if (is_after) CHECK(office.message_log.at(0).key != office.message_log.at(1).key);
}

TEST_CASE("a crash between the host's message and ours of it does not log twice") {
    ConversationFixture office;
    office.send("Hello");
    office.database.transaction([](Poco::Data::Session& session) {
        session << "CREATE TRIGGER full_disk BEFORE UPDATE OF message_id ON conversation_batch "
                   "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
            Poco::Data::Keywords::now;
    });
    for (int i = 0; i < 3; ++i)
        CHECK_THROWS_AS(office.logger.flush(), StoreError);
    CHECK(office.message_log.calls == 3);
    CHECK(office.message_log.messages.size() == 1);
    office.database.transaction(
        [](Poco::Data::Session& session) { session << "DROP TRIGGER full_disk", Poco::Data::Keywords::now; });
    ConversationLogger restarted(office.conversations, office.message_log, office.directory, office.notifier,
                                 office.context, {});
    CHECK(restarted.step() == no_deadline);
    CHECK(restarted.step() == no_deadline);
    CHECK(office.message_log.calls == 4);
    CHECK(office.message_log.messages.size() == 1);
}

TEST_CASE("while the host does not take messages they wait, longer each time, and are warned of once") {
    ConversationFixture office;
    office.send("Hello");
    office.message_log.fails = true;
    office.clock.advance_to(start_time + office.batch_window());
    const TimePoint end = office.clock.now() + 5h;
    while (office.clock.now() < end) {
        const TimePoint deadline = office.logger.step();
        REQUIRE(deadline > office.clock.now());
        REQUIRE(deadline <= office.clock.now() + 10min);
        office.clock.advance_to(deadline);
    }
    CHECK(office.message_log.calls < 150);
    CHECK(office.log.count(LogSeverity::warning) == 1);
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].text.find("database is closed") != std::string::npos);
    office.message_log.fails = false;
    CHECK(office.logger.step() == no_deadline);
    CHECK(office.message_log.messages.size() == 1);
    CHECK(office.log.mentions("are logged again"));
}

TEST_CASE("a conversation whose records are all gone is done with, and the log says so") {
    ConversationFixture office;
    office.send("Hello");
    office.message_log.records_are_gone = true;
    CHECK(office.logger.flush() == 0);
    CHECK(office.log.mentions("all of its records are gone"));
    CHECK(office.logger.flush() == 0);
    CHECK(office.message_log.calls == 1);
}

TEST_CASE("a flush tries every conversation once, those too that wait for another try") {
    ConversationFixture office;
    office.lines.add(line);
    for (int i = 0; i < 120; ++i) {
        const E164 to("+1651555" + std::to_string(2000 + i));
        office.conversations.add({line, to, "in-" + std::to_string(i), true, "Hi", office.clock.now()},
                                 {dominic}, office.clock.now(), office.batch_window());
    }
    office.message_log.fails = true;
    CHECK(office.logger.flush() == 120);
    CHECK(office.message_log.calls == 120);
    office.message_log.fails = false;
    CHECK(office.logger.flush() == 0);
    CHECK(office.message_log.messages.size() == 120);
}

TEST_CASE("a record's conversation can be logged at once, and those of others stay open") {
    ConversationFixture office;
    office.send("Hello", {dominic});
    office.conversations.add({line, E164("+16515559999"), "in-1", true, "Hi", office.clock.now()}, {roommate},
                             office.clock.now(), office.batch_window());
    CHECK(office.logger.flush_record(dominic) == 0);
    REQUIRE(office.message_log.messages.size() == 1);
    CHECK(office.message_log.at(0).records == std::vector{dominic});
    CHECK(office.logger.step() == start_time + office.batch_window());
}

TEST_CASE("a merged record's conversation is logged on the survivor, a deleted one's nowhere") {
    ConversationFixture office;
    office.send("Hello", {dominic});
    SECTION("merged") {
        office.logger.record_merged(dominic, roommate);
        office.logger.flush();
        CHECK(office.message_log.at(0).records == std::vector{roommate});
    }
    SECTION("deleted") {
        office.logger.record_deleted(dominic);
        office.logger.flush();
        CHECK(office.message_log.messages.empty());
    }
}

TEST_CASE("the logger leaves off when the plug-in stops") {
    ConversationFixture office;
    office.send("Hello");
    office.is_stopping = true;
    office.logger.flush();
    CHECK(office.message_log.calls == 0);
    office.is_stopping = false;
    office.logger.step();
    CHECK(office.message_log.calls == 1);
}
