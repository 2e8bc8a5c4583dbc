#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "unit/compose/compose_fixture.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

TEST_CASE("the dialog opens at once and says that it looks up its recipients") {
    ComposeFixture office;
    office.open({1, 2});
    CHECK(contains(office.text("summary"), "Looking up 2 recipients"));
    CHECK(contains(office.text("line"), "(651) 555-0100 (Memphis NE)"));
    CHECK(office.view().at("buttons")[0].at("enabled") == false);
}

TEST_CASE("Send is not possible without a body or without anybody, and says why") {
    ComposeFixture office;
    office.open({1, 3});
    office.settle();
    const json& send = office.view().at("buttons")[0];
    CHECK(send.at("enabled") == false);
    CHECK(send.at("reason") == "Write a message first.");
    office.press("send");
    CHECK(office.outbox.lines_with_work().empty());

    office.type("Hello");
    CHECK(office.view().at("buttons")[0].at("enabled") == true);
    CHECK(office.element("body").at("note") == "5/160 \u00B7 1 segment");
    office.remove("employee:1");
    CHECK(contains(office.view().at("buttons")[0].at("reason"), "nobody"));
    office.press("send", {{"body", "Hello"}});
    CHECK(office.outbox.lines_with_work().empty());
}

TEST_CASE("the note follows what is typed, and plain characters are offered where they help") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    const auto offers = [&] {
        return office.view().at("buttons").dump().find("Use plain characters") != std::string::npos;
    };
    CHECK_FALSE(offers());
    office.type("It\u2019s on");
    CHECK(contains(office.element("body").at("note"), "\u2019 leaves 70 characters"));
    CHECK(offers());

    const std::string rest(70, 'a');
    office.type("It\u2019s on " + rest);
    CHECK(contains(office.element("body").at("note"),
                   "\u2019 makes this 2 segments instead of 1; ' would not."));
    REQUIRE(offers());
    // What was typed last may come with the button alone.
    office.press("use_plain_characters", {{"body", "It\u2019s off " + rest}});
    CHECK_FALSE(offers());
    const json field = office.view().at("elements")[4];
    CHECK(field.at("label") == "Message");
    CHECK(field.at("value") == "It's off " + rest);
    CHECK(field.at("note") == "79/160 \u00B7 1 segment");
    CHECK(field.at("id") != "body");  // or the host would keep what was typed

    // The old field says nothing any more, the new one all.
    office.type("late");
    const std::string id = field.at("id");
    office.press("send", {{id, "It's off " + rest + "!"}});
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).body == "It's off " + rest + "!");
}

TEST_CASE("plain characters that do not help change nothing") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    office.type("It\u2019s on \U0001F600");
    const json before = office.view();
    office.press("use_plain_characters", {{"body", "It\u2019s on \U0001F600"}});
    CHECK(office.view() == before);
}

TEST_CASE("Send commits the texts of the valid, shows the invalid, then confirms") {
    ComposeFixture office;
    office.open({1, 2, 3});
    office.settle();
    office.press("send", {{"body", "Can you work tonight?"}});

    CHECK(office.view().at("name") == "send_text.invalid");
    REQUIRE(office.rows("invalid").size() == 1);
    CHECK(office.rows("invalid")[0].at("title") == "Person 3");
    CHECK(contains(office.rows("invalid")[0].at("note"), "4737475757"));
    CHECK(office.delivery_wakes == 1);

    const std::vector<Text> texts = office.outbox.texts_of(RequestId{1});
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].number.str() == "+16515565757");
    CHECK(texts[1].number.str() == "+16515800580");
    CHECK(texts[0].body == "Can you work tonight?");
    CHECK(texts[0].sender.name == "Alexander Swanson");
    CHECK(texts[0].line.str() == "+16515550100");

    office.press("continue");
    CHECK(office.view().at("name") == "send_text.confirmation");
    CHECK(contains(office.text("outcome"), "2 texts are on the way to 2 people."));
    CHECK_FALSE(contains(office.view().dump(), "were sent"));
    office.press("continue_working");
    CHECK(office.windows.views.empty());
}

TEST_CASE("the confirmation follows what becomes of the texts") {
    ComposeFixture office;
    office.open({1, 2});
    office.settle();
    office.press("send", {{"body", "Hello"}});
    const Milliseconds day = 24h;
    const Text first = *office.outbox.claim(LineId("+16515550100"), office.clock.now());
    office.outbox.accepted(first.id, "c1", office.clock.now(), day);
    office.watch.request_changed(first.request_id);
    office.settle();
    CHECK(contains(office.text("outcome"), "accepted 1 of 2 texts. 1 more on the way."));
    CHECK(office.element("accepted").at("done") == 1);

    const Text second = *office.outbox.claim(LineId("+16515550100"), office.clock.now());
    office.outbox.rejected(second.id, "The number is a landline.", office.clock.now(), day);
    office.watch.request_changed(second.request_id);
    office.settle();
    CHECK(contains(office.text("outcome"), "1 text could not be sent."));
    REQUIRE(office.rows("not_sent").size() == 1);
    CHECK(office.rows("not_sent")[0].at("title") == "Person 2");
    CHECK(office.rows("not_sent")[0].at("note") == "The number is a landline.");
    CHECK(office.notifier.notifications.empty());
}

TEST_CASE("when the window is closed, the sender is notified of texts that were not sent") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    office.press("send", {{"body", "Hello"}});
    office.press("continue_working");
    const Text text = *office.outbox.claim(LineId("+16515550100"), office.clock.now());
    office.watch.request_changed(text.request_id);
    CHECK(office.notifier.notifications.empty());
    office.outbox.rejected(text.id, "The number is a landline.", office.clock.now(), 1h);
    office.watch.request_changed(text.request_id);
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].rep_id == 1);
    CHECK(contains(office.notifier.notifications[0].text, "landline"));
}

TEST_CASE("the button counts the texts that leave, the confirmation the people too") {
    ComposeFixture office;
    office.open({1, 2, 3, 4, 5});  // 1 and 4 share a number; 3 and 5 have none that can be texted
    office.settle();
    const auto label = [&] { return office.view().at("buttons")[0].at("label"); };
    CHECK(label() == "Send 2 texts");
    CHECK(contains(office.text("summary"), "3 of 5 can be texted"));
    CHECK(contains(office.text("summary"), "1 sharing another's number"));
    office.remove("employee:2");
    CHECK(label() == "Send");
    office.press("send", {{"body", "Hello"}});
    office.press("continue");
    CHECK(contains(office.text("outcome"), "1 text is on the way to 2 people."));
}

TEST_CASE("the permission is checked again when the texts are committed") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    SessionUser user = office.session.user();
    user.may_text = false;
    office.session.set(user);
    office.press("send", {{"body", "Hello"}});
    CHECK(office.view().at("name") == "send_text.compose");
    CHECK(
        contains(office.text("summary"), "Nothing was sent: Alexander Swanson does not have the permission"));
    CHECK(office.outbox.lines_with_work().empty());

    user.may_text = true;
    office.session.set(user);
    office.press("send", {{"body", "Hello"}});
    CHECK(office.view().at("name") == "send_text.confirmation");
}

TEST_CASE("when the window is closed while texts are saved and that fails, the sender is notified") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    SessionUser user = office.session.user();
    user.may_text = false;
    office.session.set(user);
    office.event({{"event", "pressed"}, {"button", "send"}, {"values", {{"body", "Hello"}}}});
    office.event({{"event", "closed"}});
    office.windows.views.clear();
    office.settle();
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].rep_id == user.rep_id);
    CHECK(contains(office.notifier.notifications[0].text, "Nothing was sent"));
    CHECK(office.outbox.lines_with_work().empty());
}

TEST_CASE("a text that a person must decide about is shown, and the sender notified of it") {
    ComposeFixture office;
    office.open({1, 2});
    office.settle();
    office.press("send", {{"body", "Hello"}});
    const bool is_closed = GENERATE(true, false);
    if (is_closed) office.press("continue_working");
    for (int i = 0; i < 2; ++i) {
        const Text text = *office.outbox.claim(LineId("+16515550100"), office.clock.now());
        office.outbox.answer_lost(text.id, no_time, "Lost.", office.clock.now());
        office.watch.request_changed(text.request_id);
        CHECK(office.notifier.notifications.empty());
        office.outbox.hold_for_person(text.id, "Please look.", office.clock.now());
        office.watch.request_changed(text.request_id);
    }
    office.settle();
    if (is_closed) {
        REQUIRE(office.notifier.notifications.size() == 1);
        CHECK(contains(office.notifier.notifications[0].text, "2 of 2 texts"));
        CHECK(contains(office.notifier.notifications[0].text, "Please look."));
    } else {
        CHECK(contains(office.text("outcome"), "It is not known whether 2 texts were sent."));
        CHECK_FALSE(contains(office.text("outcome"), "on the way"));
        CHECK(office.rows("not_sent").size() == 2);
    }
}

TEST_CASE("a host that has closed the window by itself still confirms what was sent") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    office.windows.is_blind = true;
    office.press("send", {{"body", "Hello"}});
    CHECK(office.windows.views.rbegin()->second.at("name") == "send_text.confirmation");
}

TEST_CASE("a host that cannot show that texts are saved does not keep them from being sent") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    office.windows.is_blind = true;
    office.event({{"event", "pressed"}, {"button", "send"}, {"values", {{"body", "Hello"}}}});
    office.windows.is_blind = false;
    office.settle();
    CHECK(office.view().at("name") == "send_text.confirmation");
    CHECK(office.outbox.lines_with_work().size() == 1);
}

TEST_CASE("a host that cannot look up its records is said so, and nothing is sent") {
    ComposeFixture office;
    office.book.fails = true;
    office.open({1});
    office.settle();
    CHECK(contains(office.text("summary"), "The host's database is closed."));
    CHECK(office.element("summary").at("severity") == "error");
    CHECK(office.view().at("buttons")[0].at("enabled") == false);
}

TEST_CASE("a window that is closed while it looks up is gone") {
    ComposeFixture office;
    office.open({1, 2});
    SECTION("by the person") {
        office.dialogs.on_event(1, {{"event", "closed"}});
    }
    SECTION("by Cancel") {
        office.event({{"event", "pressed"}, {"button", "cancel"}, {"values", json::object()}});
    }
    office.settle();
    CHECK_FALSE(office.dialogs.on_event(1, {{"event", "changed"}, {"element", "body"}, {"value", "x"}}));
}

TEST_CASE("what no dialog knows changes nothing") {
    ComposeFixture office;
    office.open({1});
    office.settle();
    const json before = office.view();
    office.event({{"event", "wished_upon"}});
    office.event({{"event", "pressed"}, {"button", "print"}, {"values", json::object()}});
    office.remove("employee:77");
    CHECK(office.view() == before);
    CHECK_THROWS_AS(office.event({{"event", "changed"}}), json::exception);
    CHECK_THROWS_AS(office.event(json::object()), json::exception);
}

TEST_CASE("nobody opens the dialog who may not text") {
    ComposeFixture office;
    office.session.set({});
    CHECK_THROWS_AS(office.open({1}), std::runtime_error);
    CHECK(office.windows.views.empty());
}

TEST_CASE("a large group is warned about") {
    ComposeFixture office;
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 100; id < 150; ++id) {
        office.add_person(id, "651455" + std::to_string(1000 + id));
        ids.push_back(id);
    }
    office.open(ids);
    office.settle();
    CHECK(contains(office.text("summary"), "This is a large group"));
    CHECK(contains(office.text("summary"), "in 2 batches of at most 49 and take about 50 seconds."));
    office.type(std::string(161, 'a'));
    CHECK(contains(office.text("summary"), "take about 2 minutes."));
    office.remove("employee:100");
    CHECK_FALSE(contains(office.text("summary"), "large group"));
}

TEST_CASE("what the line must send first counts as time that a large group takes") {
    ComposeFixture office;
    SendRequest waiting{
        "Hello", {1, "Alexander Swanson"}, {{E164("+16515551204"), {}, LineId("+16515550100")}}};
    waiting.texts.front().segments = 550;
    office.outbox.commit(waiting, office.clock.now());
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 100; id < 150; ++id) {
        office.add_person(id, "651455" + std::to_string(1000 + id));
        ids.push_back(id);
    }
    office.open(ids);
    office.settle();
    CHECK(contains(office.text("summary"), "take about 10 minutes."));
}
