// What people are told of texts that wait, in words, and who is.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "requests/line_notices.hpp"
#include "unit/compose/compose_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

struct Notices {
    FakeNotifier notifier;
    FakeSession session;
    LineNotices notices{notifier, session};

    std::vector<std::int64_t> told() const {
        std::vector<std::int64_t> rep_ids;
        for (const auto& notification : notifier.notifications)
            rep_ids.push_back(notification.rep_id);
        return rep_ids;
    }
};

WaitingTexts waiting_texts(WaitCause cause) {
    return {.line = LineId("+16515550100"),
            .cause = cause,
            .reason = "It answered 503.",
            .waited = std::chrono::minutes(10),
            .senders = {{7, 1}, {8, 3}},
            .texts = 4};
}

}  // namespace

TEST_CASE("senders are told of their own texts, and the administrators of all") {
    Notices office;
    office.notices.texts_wait(waiting_texts(WaitCause::not_taken));
    REQUIRE(office.told() == std::vector<std::int64_t>{7, 8, 0});
    CHECK(office.notifier.notifications[0].title == "Texts from (651) 555-0100 are waiting");
    CHECK(office.notifier.notifications[0].text ==
          "The carrier has accepted no texts from (651) 555-0100 for 10 minutes. It answered 503. 1 of your "
          "texts is waiting. Send Text keeps trying and will send waiting texts automatically. If this "
          "continues, check the network and the carrier's application.");
    CHECK(office.notifier.notifications[1].text.find("3 of your texts are waiting.") != std::string::npos);
    CHECK(office.notifier.notifications[2].text.find(" 4 texts are waiting.") != std::string::npos);
}

TEST_CASE("each cause is said with its reason and what becomes of the texts") {
    Notices office;
    const WaitCause cause =
        GENERATE(WaitCause::not_taken, WaitCause::not_the_carrier, WaitCause::answers_lost,
                 WaitCause::line_stopped, WaitCause::some_texts, WaitCause::in_doubt);
    office.notices.texts_wait(waiting_texts(cause));
    for (const auto& notification : office.notifier.notifications) {
        CHECK(notification.text.find("10 minutes") != std::string::npos);
        CHECK(notification.text.find("It answered 503.") != std::string::npos);
        CHECK(notification.text.find(" wait") != std::string::npos);
    }
}

TEST_CASE("of a doubt it is said who settles it") {
    Notices office;
    WaitingTexts waiting = waiting_texts(WaitCause::in_doubt);
    waiting.can_be_asked = GENERATE(true, false);
    office.notices.texts_wait(waiting);
    const std::string& words = office.notifier.notifications.front().text;
    CHECK((words.find("after four hours") != std::string::npos) == waiting.can_be_asked);
    CHECK((words.find("say what became of them") != std::string::npos) != waiting.can_be_asked);
}

TEST_CASE("the administrators, who were told when a line was stopped, are not told again") {
    Notices office;
    office.notices.texts_wait(waiting_texts(WaitCause::line_stopped));
    CHECK(office.told() == std::vector<std::int64_t>{7, 8});
}

TEST_CASE("who comes later is told alone") {
    Notices office;
    WaitingTexts later = waiting_texts(WaitCause::not_taken);
    later.is_new = false;
    later.senders = {{9, 1}};
    office.notices.texts_wait(later);
    CHECK(office.told() == std::vector<std::int64_t>{9});
}

TEST_CASE("when the store does not even say whose texts wait, who is at the computer is told") {
    Notices office;
    WaitingTexts waiting = waiting_texts(WaitCause::store_fails);
    waiting.line = {};
    waiting.senders.clear();
    waiting.texts = 0;
    office.notices.texts_wait(waiting);
    CHECK(office.told() == std::vector<std::int64_t>{0, 1});
    CHECK(office.notifier.notifications[0].title == "Texts are waiting");
}

TEST_CASE("who was told that texts wait is told when they leave, and the administrators are") {
    Notices office;
    office.notices.wait_ended({LineId("+16515550100"), WaitCause::not_taken, {7, 8}});
    CHECK(office.told() == std::vector<std::int64_t>{7, 8, 0});
    CHECK(office.notifier.notifications[0].title == "Texts from (651) 555-0100 are being sent again");
}
