// The confirmation of a large group, and stopping what has not left.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "compose/sending/confirmation_dialog.hpp"
#include "unit/compose/compose_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

const LineId line("+16515550100");

/// A request to many, and its confirmation.
struct ConfirmationFixture : ComposeFixture {
    explicit ConfirmationFixture(std::int64_t count) {
        SendRequest request{"Hello", {1, "Alexander Swanson"}, {}};
        Addressees addressees{static_cast<std::size_t>(count), {}};
        for (std::int64_t i = 0; i < count; ++i) {
            const E164 number("+1651455" + std::to_string(1000 + i));
            request.texts.push_back({number, {}, line});
            addressees.names[number] = "Person " + std::to_string(i);
        }
        request_id = outbox.commit(request, clock.now());
        ConfirmationDialog::open(services, request_id, count,
                                 std::make_shared<const Addressees>(std::move(addressees)));
        settle();
    }

    void let_leave(int count) {
        for (int i = 0; i < count; ++i) {
            const Text text = outbox.claim(line, clock.now()).value();
            outbox.accepted(text.id, "c" + std::to_string(number_of(text.id)), clock.now(), 1h);
        }
        watch.request_changed(request_id);
        settle();
    }

    bool has_stop_button() const { return windows.views.at(1).at("buttons").size() == 2; }

    void press_in(std::uint64_t window, const std::string& button) {
        dialogs.on_event(window, {{"event", "pressed"}, {"button", button}, {"values", json::object()}});
        settle();
    }

    RequestId request_id{};
};

}  // namespace

TEST_CASE("the confirmation says which batch leaves and how long the rest takes") {
    ConfirmationFixture office(120);
    CHECK(office.text("outcome") == "120 texts are on the way to 120 people.");
    CHECK(office.text("pace") == "Batch 1 of 3, about 2 minutes left.");
    office.let_leave(60);
    CHECK(office.text("outcome") == "The carrier has accepted 60 of 120 texts. 60 more on the way.");
    CHECK(office.text("pace") == "Batch 2 of 3, about 1 minute left.");
    office.clock.advance(1s);
    office.let_leave(60);
    CHECK(office.text("outcome") == "The carrier has accepted all 120 texts.");
    CHECK(office.text("pace").empty());
    CHECK_FALSE(office.has_stop_button());
    office.press("continue_working");
    CHECK(office.display.begin_calls == 0);
}

TEST_CASE("Stop sending is asked about once, and cancels what has not left") {
    ConfirmationFixture office(120);
    office.let_leave(32);
    REQUIRE(office.has_stop_button());
    office.press_in(1, "stop_sending");
    REQUIRE(office.windows.views.size() == 2);
    CHECK(office.windows.views.at(2).at("name") == "send_text.stop");
    CHECK(office.windows.views.at(2).at("elements")[0].at("text").get<std::string>().starts_with(
        "88 of 120 texts have not left yet."));
    office.press_in(1, "stop_sending");
    CHECK(office.windows.views.size() == 2);  // not asked twice

    SECTION("no: they go on") {
        office.press_in(2, "keep_sending");
        CHECK(office.outbox.progress(office.request_id).stoppable == 88);
        CHECK(office.has_stop_button());
    }
    SECTION("yes") {
        office.press_in(2, "stop_sending");
        CHECK(office.text("outcome") ==
              "The carrier has accepted 32 of 120 texts. 88 texts were stopped by a user.");
        CHECK(office.element("outcome").at("severity") == "warning");
        CHECK(office.rows("not_sent").size() == 88);
        CHECK(office.rows("not_sent")[0].at("title") == "Person 32");
        CHECK(office.rows("not_sent")[0].at("mark") == "warning");
        CHECK(office.rows("not_sent")[0].at("note") == "Stopped by Alexander Swanson before it left.");
        CHECK_FALSE(office.has_stop_button());
        CHECK_FALSE(office.outbox.claim(line, office.clock.now()));
        office.press("continue_working");
        CHECK(office.display.begin_calls == 0);
        CHECK(office.notifier.notifications.empty());
    }
}

TEST_CASE("what is more than a hundred of those not sent is counted") {
    ConfirmationFixture office(150);
    office.press_in(1, "stop_sending");
    office.press_in(2, "stop_sending");
    CHECK(office.rows("not_sent").size() == 100);
    CHECK(office.text("more_not_sent") == "And 50 more.");
}

TEST_CASE("after Continue working the host shows what is still going on") {
    ConfirmationFixture office(60);
    const int wakes = office.delivery_wakes;
    office.press("continue_working");
    CHECK(office.windows.views.empty());
    REQUIRE(office.display.open.size() == 1);
    CHECK(office.display.open.at(1).detail == "Batch 1 of 2, about 1 minute left.");
    CHECK(office.delivery_wakes == wakes + 1);  // so that it is looked at, though nothing leaves
}

TEST_CASE("a text that is refused before there is a confirmation is told by the confirmation alone") {
    ComposeFixture office;
    office.services.wake_delivery = [&office] {
        if (const auto text = office.outbox.next_to_send(line, office.clock.now())) {
            office.outbox.refuse(text->id, "They do not want texts.", office.clock.now(), 1h);
            office.watch.request_changed(text->request_id);
        }
    };
    const bool is_somebody_invalid = GENERATE(false, true);
    office.open(is_somebody_invalid ? std::vector<std::int64_t>{1, 5} : std::vector<std::int64_t>{1});
    office.settle();
    office.press("send", {{"body", "Hello"}});
    if (is_somebody_invalid) {
        REQUIRE(office.view().at("name") == "send_text.invalid");
        SECTION("which never comes: the host has closed the window before it") {
            office.event({{"event", "closed"}});
            office.windows.views.clear();
            office.clock.advance(5s);
            office.watch.look();
            office.settle();
            REQUIRE(office.notifier.notifications.size() == 1);
            CHECK(office.notifier.notifications[0].title == "Texts were not sent");
            return;
        }
        office.press("continue");
    }
    REQUIRE(office.view().at("name") == "send_text.confirmation");
    CHECK(office.rows("not_sent")[0].at("note") == "They do not want texts.");
    office.press("continue_working");
    office.clock.advance(1h);
    office.watch.look();
    CHECK(office.notifier.notifications.empty());
}
