// The window for texts of which it cannot be told whether they were sent: who sees it, and what it does.

#include <catch2/catch_test_macros.hpp>

#include "compose/sending/undecided_dialog.hpp"
#include "unit/compose/compose_fixture.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const LineId line("+16515550100");

const SessionUser alexander{true, true, 1, 3, "Alexander Swanson", "Memphis NE"};  // the sender
const SessionUser maria{true, true, 2, 3, "Maria Johansen", "Memphis NE"};
const SessionUser tom{true, true, 4, 5, "Tom Whitfield", "Memphis SE"};

SessionUser administrator() {
    SessionUser ada{true, false, 9, 7, "Ada Admin", "Eagan"};
    ada.may_administer = true;
    return ada;
}

struct UndecidedFixture : ComposeFixture {
    /// Texts of Alexander's that a person is to decide about.
    std::vector<Text> held(std::size_t count, const std::string& reason = "Nobody knows.") {
        SendRequest request{"Hello", {1, "Alexander Swanson"}, {}};
        for (std::size_t i = 0; i < count; ++i)
            request.texts.push_back({E164("+1651455" + std::to_string(1000 + i)), {}, line});
        const auto id = outbox.commit(request, clock.now());
        while (const auto text = outbox.claim(line, clock.now())) {
            outbox.answer_lost(text->id, clock.now(), "", clock.now());
            outbox.hold_for_person(text->id, reason, clock.now());
        }
        undecided.changed();
        undecided.refresh();
        return outbox.texts_of(id);
    }
    void show(const SessionUser& user) {
        session.set(user);
        show_undecided(services, user);
        settle();
    }
    void ask(const SessionUser& user) {
        session.set(user);
        ask_about_undecided(services, user);
        settle();
    }
    void choose(const Text& text, const std::string& action) {
        event({{"event", "row_action"},
               {"element", "undecided"},
               {"row", std::to_string(number_of(text.id))},
               {"action", action}});
        settle();
    }
    void press_on_top(const std::string& button) {
        dialogs.on_event(windows.views.rbegin()->first, {{"event", "pressed"}, {"button", button}});
        settle();
    }
    std::vector<std::string> labels() const {
        std::vector<std::string> result;
        for (const auto& button : view().at("buttons"))
            result.push_back(button.at("label"));
        return result;
    }
    std::string note(std::size_t row = 0) const { return rows("undecided").at(row).at("note"); }
    bool is_open() const { return !windows.views.empty(); }
    void lists(const std::string& body, TimePoint created_at, CarrierState state = CarrierState::delivered) {
        gateways.listed.messages.push_back({.id = "m" + std::to_string(created_at.time_since_epoch().count()),
                                            .direction = Direction::outbound,
                                            .number = E164("+16514551000"),
                                            .body = body,
                                            .created_at = created_at,
                                            .state = state,
                                            .failure = {}});
        gateways.listed.is_last = true;
    }
};

}  // namespace

TEST_CASE("a sender decides about a text, one by one") {
    UndecidedFixture office;
    const Text text = office.held(1).front();
    office.open({2});
    office.settle();
    REQUIRE(office.windows.views.size() == 2);
    CHECK(office.windows.views.rbegin()->second.at("name") == "send_text.undecided");
    office.windows.views.erase(office.windows.views.begin());  // the one where a text is written
    CHECK(office.rows("undecided")[0].at("title") == "(651) 455-1000");
    CHECK(contains(office.note(), "Nobody knows. Alexander Swanson sent it from (651) 555-0100 at "));
    CHECK(office.labels() == std::vector<std::string>{"Decide later"});
    const int wakes = office.delivery_wakes;

    SECTION("it was sent") {
        office.choose(text, "was_sent");
        CHECK(office.outbox.texts_of(text.request_id)[0].state == TextState::accepted);
    }
    SECTION("it is to be sent again") {
        office.choose(text, "send_again");
        CHECK(office.outbox.texts_of(text.request_id)[0].state == TextState::queued);
        CHECK(office.delivery_wakes == wakes + 1);
    }
    SECTION("it is not to be sent") {
        office.choose(text, "do_not_send");
        CHECK(office.outbox.texts_of(text.request_id)[0].state == TextState::cancelled);
    }
    CHECK_FALSE(office.is_open());  // all are decided
    CHECK(office.undecided.count_for(decider_of(alexander)) == 0);
    CHECK(office.notifier.notifications.empty());  // the sender did it
}

TEST_CASE("the sender, the line's branch and administrators are asked, others are not") {
    UndecidedFixture office;
    office.held(2);
    CHECK(office.undecided.count_for(decider_of(tom)) == 0);
    office.ask(tom);
    CHECK_FALSE(office.is_open());
    for (const SessionUser& user : {alexander, maria, administrator()}) {
        CHECK(office.undecided.count_for(decider_of(user)) == 2);
        office.ask(user);
        REQUIRE(office.is_open());
        CHECK(office.rows("undecided").size() == 2);
        office.press("later");
    }
}

TEST_CASE("of a person's own line that person is asked") {
    UndecidedFixture office;
    office.accounts.save(0, ComposeFixture::user_form(4, "6515550199"), office.admin);
    const auto id = office.outbox.commit(
        {"Hello", {1, "Alexander Swanson"}, {{E164("+16514551000"), {}, LineId("+16515550199")}}},
        office.clock.now());
    const Text text = *office.outbox.claim(LineId("+16515550199"), office.clock.now());
    office.outbox.answer_lost(text.id, no_time, "", office.clock.now());
    office.outbox.hold_for_person(text.id, "Nobody knows.", office.clock.now());
    office.ask(maria);
    CHECK_FALSE(office.is_open());
    office.ask(tom);
    REQUIRE(office.is_open());
    office.choose(text, "was_sent");
    CHECK(office.outbox.progress(id).accepted == 1);
}

TEST_CASE("who puts off others' texts is asked again when there are more, and can look at any time") {
    UndecidedFixture office;
    office.held(2);
    office.ask(maria);
    REQUIRE(office.is_open());
    office.press("later");
    office.ask(maria);
    CHECK_FALSE(office.is_open());
    office.show(maria);
    CHECK(office.is_open());
    office.press("later");
    office.ask(alexander);  // they are his
    CHECK(office.is_open());
    office.press("later");
    office.held(1);
    office.ask(maria);
    CHECK(office.is_open());
}

TEST_CASE("many are decided about at once, after one more question") {
    UndecidedFixture office;
    const auto texts = office.held(20);
    office.show(maria);
    CHECK(office.labels() == std::vector<std::string>{"All 20 were sent", "None were sent: send all 20 again",
                                                      "Do not send any of the 20", "Decide later"});
    const auto id = texts.front().request_id;

    SECTION("they were sent") {
        office.press("all_were_sent");
        CHECK(office.outbox.progress(id).undecided == 20);
        office.press_on_top("confirm");
        CHECK(office.outbox.progress(id).accepted == 20);
        CHECK(office.notifier.notifications.at(0).text ==
              "Maria Johansen decided about 20 of your texts that may not have been sent: "
              "they were sent.");
    }
    SECTION("they are sent again") {
        office.press("send_all_again");
        CHECK(contains(office.windows.views.rbegin()->second.at("elements")[0].at("text"),
                       "Anyone who already got theirs will get it twice."));
        office.press_on_top("confirm");
        CHECK(office.outbox.progress(id).stoppable == 20);
    }
    SECTION("they are not sent") {
        office.press("send_none");
        office.press_on_top("confirm");
        CHECK(office.outbox.progress(id).cancelled == 20);
        CHECK(office.outbox.unsent_of(id, 1).at(0).reason == "Maria Johansen decided not to send it.");
    }
    CHECK_FALSE(office.is_open());
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].rep_id == 1);
}

TEST_CASE("who goes back from that question has decided nothing") {
    UndecidedFixture office;
    const auto texts = office.held(2);
    office.show(alexander);
    office.press("send_all_again");
    office.press_on_top("back");
    CHECK(office.is_open());
    CHECK(office.outbox.progress(texts.front().request_id).undecided == 2);
}

TEST_CASE("those of one request are decided about together") {
    UndecidedFixture office;
    const auto first = office.held(3);
    const auto second = office.held(2);
    office.show(alexander);
    CHECK(office.rows("undecided").size() == 5);
    const auto& choices = office.element("which").at("choices");
    REQUIRE(choices.size() == 3);
    CHECK(choices[0].at("label") == "All 5 texts");
    CHECK(contains(choices[2].at("label"), "2 texts by Alexander Swanson from (651) 555-0100, "));
    office.event({{"event", "changed"}, {"element", "which"}, {"value", choices[2].at("value")}});
    office.settle();
    CHECK(office.rows("undecided").size() == 2);
    office.press("all_were_sent");
    office.press_on_top("confirm");
    CHECK(office.outbox.progress(second.front().request_id).accepted == 2);
    CHECK(office.outbox.progress(first.front().request_id).undecided == 3);
    CHECK(office.rows("undecided").size() == 3);  // the others
}

TEST_CASE("of very many a hundred are shown, and the counts are of all") {
    UndecidedFixture office;
    const auto texts = office.held(340);
    office.show(alexander);
    CHECK(office.rows("undecided").size() == 100);
    CHECK(contains(office.text("summary"), "these 340 texts were sent"));
    CHECK(contains(office.text("more"), "100 of 340 are shown."));
    office.choose(texts.front(), "was_sent");
    CHECK(office.rows("undecided").size() == 100);
    CHECK(contains(office.text("more"), "100 of 339 are shown."));
    office.press("all_were_sent");
    office.press_on_top("confirm");
    CHECK(office.outbox.progress(texts.front().request_id).accepted == 340);
}

TEST_CASE("who decides second is told what was decided, and nothing happens twice") {
    UndecidedFixture office;
    const auto texts = office.held(2);
    const std::vector<TextId> ids = {texts[0].id, texts[1].id};
    office.show(maria);
    office.outbox.decide({texts[0].id}, Decision::was_sent, {1, "Alexander Swanson"}, office.clock.now(), 1h);
    SECTION("one") {
        office.choose(texts[0], "send_again");
        CHECK(office.text("outcome") ==
              "The text to (651) 455-1000: Alexander Swanson already decided that it was sent. Nothing was "
              "changed.");
        CHECK(office.rows("undecided").size() == 1);
    }
    SECTION("many") {
        office.press("send_all_again");
        office.press_on_top("confirm");
        CHECK(contains(office.text("outcome"), "Alexander Swanson already decided that it was sent."));
        CHECK(office.outbox.texts_of(texts[0].request_id)[1].state == TextState::queued);
        CHECK(office.rows("undecided").empty());
        CHECK(office.labels() == std::vector<std::string>{"Close"});
    }
    CHECK(office.outbox.texts_of(texts[0].request_id)[0].state == TextState::accepted);
}

TEST_CASE("the window shows what the carrier lists to the number") {
    UndecidedFixture office;
    office.clock.set(at(1'772'467'200'000ms));  // 2026-03-02 16:00
    office.held(1);
    SECTION("the same words") {
        office.lists("Hello", office.clock.now() + 1min);
        office.show(alexander);
        CHECK(contains(office.note(),
                       "The carrier lists to this number: 2026-03-02 16:01 UTC, delivered, with the same "
                       "words."));
    }
    SECTION("other words") {
        office.lists("Hi", office.clock.now() + 1min, CarrierState::failed);
        office.show(alexander);
        CHECK(contains(office.note(),
                       "2026-03-02 16:01 UTC, failed, with the words \xE2\x80\x9CHi\xE2\x80\x9D."));
    }
    SECTION("nothing") {
        office.gateways.listed.is_last = true;
        office.show(alexander);
        CHECK(
            contains(office.note(), "The carrier lists no texts to this number since 2026-03-01 14:00 UTC."));
    }
    SECTION("it cannot be asked") {
        office.gateways.cannot_list = true;
        office.show(alexander);
        CHECK(office.text("carriers") ==
              "The carrier of (651) 555-0100 could not be asked for its list: The list makes no sense.");
    }
    SECTION("the account is gone") {
        office.accounts.remove(office.accounts.all().at(0).id, office.admin);
        office.show(alexander);
        CHECK(contains(office.text("carriers"), "There is no texting account for it any more."));
    }
}

TEST_CASE("nothing is done in the name of somebody else who has logged in since") {
    UndecidedFixture office;
    const auto texts = office.held(1);
    office.show(alexander);
    office.session.set(tom);
    office.choose(texts[0], "send_again");
    CHECK_FALSE(office.is_open());
    CHECK(office.outbox.progress(texts[0].request_id).undecided == 1);
}

TEST_CASE("a sender is told once of the same texts, and again of more") {
    UndecidedFixture office;
    const auto texts = office.held(3);
    const auto id = texts[0].request_id;
    office.watch.request_changed(id);
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(contains(office.notifier.notifications[0].text, "It is not known whether 3 of 3 texts were"));
    office.outbox.decide({texts[0].id}, Decision::was_sent, {1, ""}, office.clock.now(), 1h);
    office.clock.advance(1min);
    office.watch.request_changed(id);
    CHECK(office.notifier.notifications.size() == 1);
}
