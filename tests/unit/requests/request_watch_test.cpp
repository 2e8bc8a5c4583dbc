// What is told of a request while it goes out: to its window, to the host's display, to its sender.

#include <catch2/catch_test_macros.hpp>

#include "store/query.hpp"
#include "unit/compose/compose_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const LineId line("+16515550100");

class CountingView final : public RequestView {
  public:
    void show(const RequestReport& report) override {
        ++reports;
        last = report;
    }
    int reports = 0;
    RequestReport last;
};

struct WatchFixture : ComposeFixture {
    WatchFixture() { watch.look(); }  // an earlier run has left nothing

    RequestId commit(std::size_t count) {
        SendRequest request{"Hello", {1, "Alexander Swanson"}, {}};
        for (std::size_t i = 0; i < count; ++i)
            request.texts.push_back({E164("+1651455" + std::to_string(1000 + i)), {}, line});
        return outbox.commit(request, clock.now());
    }
    Text claim() { return outbox.claim(line, clock.now()).value(); }
    void accept_next() {
        const Text text = claim();
        outbox.accepted(text.id, "c" + std::to_string(number_of(text.id)), clock.now(), std::chrono::days(1));
        watch.request_changed(text.request_id);
    }
    void reject_next(const std::string& reason) {
        const Text text = claim();
        outbox.rejected(text.id, reason, clock.now(), std::chrono::days(1));
        watch.request_changed(text.request_id);
    }
    /// Its window was open and was closed by Continue working.
    void continue_working(RequestId request_id) {
        watch.watch(request_id, std::make_shared<CountingView>());
        watch.leave(request_id);
        watch.request_changed(request_id);
    }
};

}  // namespace

TEST_CASE("a request whose window is closed is shown by the host until it is over") {
    WatchFixture office;
    const auto id = office.commit(120);
    office.continue_working(id);
    REQUIRE(office.display.open.size() == 1);
    CHECK(office.display.open.at(1).title == "Sending 120 texts");
    CHECK(office.display.open.at(1).total == 120);
    CHECK(office.display.open.at(1).detail == "Batch 1 of 3, about 2 minutes left.");

    for (int i = 0; i < 60; ++i)
        office.accept_next();
    CHECK(office.display.open.at(1).done == 60);
    CHECK(office.display.open.at(1).detail == "Batch 2 of 3, about 1 minute left.");
    for (int i = 0; i < 60; ++i)
        office.accept_next();
    CHECK(office.display.open.empty());
    CHECK(office.display.outcomes == std::vector<std::string>{"The carrier has accepted all 120 texts."});
    CHECK(office.display.begin_calls == 1);
    CHECK(office.watch.look() == no_deadline);
}

TEST_CASE("the host shows nothing of a request that has a window, that no window had, or that is one text") {
    WatchFixture office;
    const auto with_window = office.commit(3);
    const auto view = std::make_shared<CountingView>();
    office.watch.watch(with_window, view);
    office.watch.request_changed(with_window);
    office.watch.request_changed(office.commit(3));
    office.continue_working(office.commit(1));
    office.watch.look();
    CHECK(office.display.begin_calls == 0);
}

TEST_CASE("a host without such a display is asked once, and the request goes on") {
    WatchFixture office;
    office.display.is_missing = true;
    office.continue_working(office.commit(3));
    office.accept_next();
    office.accept_next();
    CHECK(office.display.begin_calls == 1);
    office.reject_next("It is a landline.");
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].text ==
          "1 of 3 texts could not be sent. First reason: It is a landline.");
}

TEST_CASE("who cancels in the host's display stops the request") {
    WatchFixture office;
    const auto id = office.commit(60);
    office.continue_working(id);
    office.accept_next();
    office.display.is_cancelled = true;
    SECTION("which the next text brings to light") {
        office.accept_next();
    }
    SECTION("which is looked for when none leaves") {
        CHECK(office.watch.look() == office.clock.now() + 5s);
        CHECK(office.display.outcomes.empty());
        office.clock.advance(5s);
        office.watch.look();
    }
    CHECK(office.display.open.empty());
    REQUIRE(office.display.outcomes.size() == 1);
    const RequestProgress progress = office.outbox.progress(id);
    CHECK(progress.cancelled == 60 - progress.accepted);
    CHECK(office.display.outcomes[0] == describe_outcome(progress));
    CHECK(office.outbox.unsent_of(id, 1).at(0).reason == "Stopped by Alexander Swanson before it left.");
    CHECK(office.notifier.notifications.empty());  // they did it themselves
    CHECK_FALSE(office.outbox.claim(line, office.clock.now()));
}

TEST_CASE("a sender hears of it when somebody else stops the request") {
    WatchFixture office;
    const auto id = office.commit(3);
    office.watch.stop(id, {2, "Maria Johansen"});
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].rep_id == 1);
    CHECK(office.notifier.notifications[0].text ==
          "Maria Johansen stopped 3 of your texts before they left. They will not be sent.");
    office.watch.stop(id, {2, "Maria Johansen"});
    CHECK(office.notifier.notifications.size() == 1);
}

TEST_CASE("nothing stays open in the host when the plug-in ends, and the next run takes it up") {
    WatchFixture office;
    office.continue_working(office.commit(60));
    office.accept_next();
    office.watch.end();
    CHECK(office.display.open.empty());
    REQUIRE(office.display.outcomes.size() == 1);
    CHECK(office.display.outcomes[0] ==
          "The carrier has accepted 1 of 60 texts. 59 more on the way. Waiting texts will be sent when Send "
          "Text runs again.");

    RequestWatch next_run(office.outbox, office.settings, office.clock, office.session, office.main_thread,
                          office.notifier, office.display);
    next_run.look();
    REQUIRE(office.display.open.size() == 1);
    CHECK(office.display.open.at(2).done == 1);
    next_run.end();
}

TEST_CASE("texts that wait for their hours are shown and looked after less often") {
    WatchFixture office;
    const auto id = office.commit(2);
    for (const Text& text : office.outbox.texts_of(id))
        office.outbox.hold_for_hours(text.id, office.clock.now() + 1h, "Night.", office.clock.now());
    office.continue_working(id);
    CHECK(office.display.open.at(1).detail.starts_with("2 texts wait until "));
    CHECK(office.watch.look() == office.clock.now() + 30s);
}

TEST_CASE("the main thread shows the latest report only") {
    WatchFixture office;
    const auto id = office.commit(10);
    const auto view = std::make_shared<CountingView>();
    office.watch.watch(id, view);
    for (int i = 0; i < 10; ++i)
        office.accept_next();
    CHECK(office.main_thread.tasks.size() == 1);
    office.main_thread.run_all();
    CHECK(view->reports == 1);
    CHECK(view->last.progress.accepted == 10);
    office.watch.request_changed(id);
    office.main_thread.run_all();
    CHECK(view->reports == 2);
}

TEST_CASE("of thousands of texts not each is reported, but the last one and what waits") {
    WatchFixture office;
    const auto id = office.commit(1000);
    const auto view = std::make_shared<CountingView>();
    office.watch.watch(id, view);
    office.watch.request_changed(id);
    office.main_thread.run_all();
    const auto settle_some = [&](std::int64_t first, std::int64_t count) {
        office.database.transaction([&](Poco::Data::Session& session) {
            execute(session, "UPDATE outgoing_text SET state = ? WHERE id >= ? AND id < ?",
                    {TextState::accepted, first, first + count});
        });
        for (std::int64_t i = 0; i < count; ++i) {
            office.watch.request_changed(id);
            office.main_thread.run_all();
        }
    };
    settle_some(1, 75);
    CHECK(view->reports == 8);
    CHECK(office.watch.look() == office.clock.now() + 500ms);
    office.clock.advance(500ms);
    CHECK(office.watch.look() == no_deadline);
    office.main_thread.run_all();
    CHECK(view->reports == 9);
    for (std::int64_t first = 76; first <= 1000; first += 37)
        settle_some(first, 37);
    CHECK(view->last.progress.accepted == 1000);
    CHECK(view->reports < 150);
}

TEST_CASE("a hundred of those that were not sent are named, and all are counted") {
    WatchFixture office;
    const auto id = office.commit(150);
    office.database.transaction([&](Poco::Data::Session& session) {
        execute(session, "UPDATE outgoing_text SET state = ?, reason = 'landline'", {TextState::rejected});
    });
    const auto view = std::make_shared<CountingView>();
    office.watch.watch(id, view);
    office.watch.request_changed(id);
    office.main_thread.run_all();
    CHECK(view->last.unsent.size() == 100);
    CHECK(unsent_count(view->last.progress) == 150);
    const auto unseen = office.commit(150);
    office.database.transaction([&](Poco::Data::Session& session) {
        execute(session, "UPDATE outgoing_text SET state = ?, reason = 'landline'", {TextState::rejected});
    });
    office.watch.request_changed(unseen);
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].text ==
          "150 of 150 texts could not be sent. First reason: landline");
}

TEST_CASE("a report that the store does not give is made up for") {
    WatchFixture office;
    const auto id = office.commit(2);
    const auto view = std::make_shared<CountingView>();
    office.watch.watch(id, view);
    office.database.transaction([](Poco::Data::Session& session) {
        execute(session, "ALTER TABLE outgoing_text RENAME TO elsewhere");
    });
    CHECK_THROWS_AS(office.watch.request_changed(id), StoreError);
    office.database.transaction([](Poco::Data::Session& session) {
        execute(session, "ALTER TABLE elsewhere RENAME TO outgoing_text");
    });
    office.clock.advance(1s);
    office.watch.look();
    office.main_thread.run_all();
    CHECK(view->reports == 1);
}

TEST_CASE("a sender is told once of what failed, however much is heard of the request later") {
    WatchFixture office;
    const auto id = office.commit(3);
    const auto deliver = [&](TextId text_id) {
        office.outbox.record_progress(line, "c" + std::to_string(number_of(text_id)), TextState::delivered,
                                      {}, office.clock.now());
        office.watch.request_changed(id);
    };
    std::size_t expected = 0;
    SECTION("by a notification") {
        office.watch.request_changed(id);
        expected = 1;
    }
    SECTION("by the window, which they closed") {
        const auto view = std::make_shared<CountingView>();
        office.watch.watch(id, view);
        office.reject_next("It is a landline.");
        office.main_thread.run_all();
        REQUIRE(view->last.progress.not_sent == 1);
        office.watch.leave(id);
    }
    if (expected == 1) office.reject_next("It is a landline.");
    office.accept_next();
    office.accept_next();
    CHECK(office.notifier.notifications.size() == expected);
    deliver(TextId{2});
    deliver(TextId{3});
    CHECK(office.notifier.notifications.size() == expected);
}

TEST_CASE("a doubt that the sender was told of is not told again when a person has to decide") {
    WatchFixture office;
    const auto id = office.commit(1);
    const auto lose_and_hold = [&] {
        const Text text = office.claim();
        office.outbox.answer_lost(text.id, no_time, "The answer was lost.", office.clock.now());
        office.watch.request_changed(id);
        const auto in_doubt = office.outbox.texts_in_doubt(line);
        REQUIRE(in_doubt.size() == 1);
        return in_doubt;
    };
    const auto hold = [&] {
        office.outbox.hold_for_person(TextId{1}, "It is not in the list.", office.clock.now());
        office.watch.request_changed(id);
    };
    office.watch.record_known_doubts(lose_and_hold());
    hold();
    CHECK(office.notifier.notifications.empty());

    office.outbox.decide({TextId{1}}, Decision::send_again, {1, "Alexander Swanson"}, office.clock.now(),
                         std::chrono::days(1));
    lose_and_hold();
    hold();
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].text ==
          "It is not known whether 1 of 1 text was sent. Choose Send Text again to decide what to do. First "
          "reason: It is not in the list.");
    office.watch.request_changed(id);
    CHECK(office.notifier.notifications.size() == 1);
}

TEST_CASE("what becomes of a request before its window is there is told by the window") {
    WatchFixture office;
    auto coming = std::make_shared<const int>();
    const RequestId id = office.outbox.commit(
        {"Hello", {1, "Alexander Swanson"}, {{E164("+16514551000"), {}, line}}}, office.clock.now(),
        [&](RequestId request_id) { office.watch.expect_view(request_id, coming); });
    office.reject_next("It is a landline.");
    CHECK(office.watch.look() == office.clock.now() + 5s);
    CHECK(office.notifier.notifications.empty());
    SECTION("which opens") {
        const auto view = std::make_shared<CountingView>();
        office.watch.watch(id, view);
        coming.reset();
        office.watch.request_changed(id);
        office.main_thread.run_all();
        CHECK(view->last.progress.not_sent == 1);
        office.watch.leave(id);
        office.watch.request_changed(id);
        CHECK(office.notifier.notifications.empty());
    }
    SECTION("which never opens, so the sender is notified") {
        coming.reset();
        office.clock.advance(5s);
        CHECK(office.watch.look() == no_deadline);
        CHECK(office.notifier.notifications.size() == 1);
    }
}
