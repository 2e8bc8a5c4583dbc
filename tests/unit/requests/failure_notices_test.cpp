// What senders are told of texts that the carrier took and could not deliver.

#include <catch2/catch_test_macros.hpp>

#include "requests/failure_notices.hpp"
#include "unit/compose/compose_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const LineId line("+16515550100");
const std::string unreachable = "The phone cannot be reached.";

struct FailureFixture : ComposeFixture {
    /// Sends to so many people of the book, and has the carrier take it.
    RequestId send(std::size_t count, std::int64_t rep_id = 1) {
        SendRequest request{"Are you free?", {rep_id, "Somebody"}, {}};
        for (std::size_t i = 0; i < count; ++i) {
            const std::int64_t person = 1 + static_cast<std::int64_t>(i % 5);
            request.texts.push_back(
                {E164("+1651455" + std::to_string(1000 + sent++)), {{RecordKind::employee, person}}, line});
        }
        const RequestId id = outbox.commit(request, clock.now());
        for (std::size_t i = 0; i < count; ++i) {
            const Text text = outbox.claim(line, clock.now()).value();
            outbox.accepted(text.id, "c" + std::to_string(number_of(text.id)), clock.now(), 1h);
        }
        return id;
    }
    void fail(RequestId request_id, std::size_t from = 0, std::size_t to = 1000) {
        const std::vector<Text> texts = outbox.texts_of(request_id);
        for (std::size_t i = from; i < std::min(to, texts.size()); ++i)
            outbox.record_progress(line, texts[i].carrier_message_id, TextState::failed, unreachable,
                                   clock.now());
        notices.failed();
        notices.look();
    }
    void wait_a_minute() {
        clock.advance(60s);
        notices.look();
    }

    int sent = 0;
    RequestId in_view = no_request;
    FailureNotices notices{outbox, book, notifier, clock,
                           [this](RequestId request_id) { return request_id == in_view; }};
};

}  // namespace

TEST_CASE("a text that fails later is told in red, with person, reason and what to do") {
    FailureFixture office;
    office.fail(office.send(1));
    CHECK(office.notifier.notifications.empty());  // more may come
    office.wait_a_minute();
    REQUIRE(office.notifier.notifications.size() == 1);
    const Notice& notice = office.notifier.notifications[0];
    CHECK(notice.rep_id == 1);
    CHECK(notice.severity == NoticeSeverity::error);
    CHECK(notice.title == "Not delivered: Person 1");
    CHECK(notice.text.starts_with(
        "Your text to Person 1 at (651) 455-1000 was not delivered. The phone cannot be reached. It will "
        "not be sent again automatically."));
    CHECK(notice.records == std::vector{RecordRef{RecordKind::employee, 1}});
    CHECK(office.notices.look() == no_deadline);
}

TEST_CASE("what fails within a minute is told together, to each sender their own") {
    FailureFixture office;
    const auto mine = office.send(8);
    office.fail(mine, 0, 3);
    office.fail(office.send(1, 2));
    office.clock.advance(30s);
    office.fail(mine, 3);
    office.clock.advance(30s);
    office.notices.look();
    REQUIRE(office.notifier.notifications.size() == 2);
    const Notice& notice = office.notifier.notifications[0];
    CHECK(notice.title == "8 texts were not delivered");
    CHECK(notice.text.starts_with("Person 1, (651) 455-1000: The phone cannot be reached.\nPerson 2, "));
    CHECK(notice.text.find("\nAnd 3 more.\n") != std::string::npos);
    CHECK(notice.records.size() == 5);
    CHECK(office.notifier.notifications[1].rep_id == 2);
}

TEST_CASE("none is told twice, nor lost, whichever run tells it") {
    FailureFixture office;
    office.fail(office.send(1));
    FailureNotices next_run(office.outbox, office.book, office.notifier, office.clock,
                            [](RequestId) { return false; });
    next_run.look();
    office.clock.advance(60s);
    next_run.look();
    CHECK(office.notifier.notifications.size() == 1);
    office.notices.look();
    office.wait_a_minute();
    CHECK(office.notifier.notifications.size() == 1);
}

TEST_CASE("what a window shows is not told again") {
    FailureFixture office;
    office.in_view = office.send(1);
    office.fail(office.in_view);
    office.wait_a_minute();
    office.in_view = no_request;
    office.wait_a_minute();
    CHECK(office.notifier.notifications.empty());
}

TEST_CASE("somebody whom the host does not know any more is told by the number") {
    FailureFixture office;
    office.book.fails = true;
    office.fail(office.send(1));
    office.wait_a_minute();
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].title == "Not delivered: (651) 455-1000");
}
