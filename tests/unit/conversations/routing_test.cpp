// Whose a message is, who hears of it, and what is not anybody's.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/subscriber_number.hpp"
#include "unit/conversations/conversation_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

TEST_CASE("a reply joins the records of the latest text, and tells the rep who wrote it") {
    ConversationFixture office;
    office.directory.add(dominic, "Dominic E Proke", {number});
    office.directory.add(roommate, "Someone Else", {number});
    office.send("First", {roommate}, 3);
    office.clock.advance(1min);
    office.send("Can you work on Monday?", {dominic}, 7);
    office.carrier.receive(number, "Yes");
    office.poll();
    REQUIRE(office.notifier.notifications.size() == 1);
    const auto& notification = office.notifier.notifications[0];
    CHECK(notification.rep_id == 7);
    CHECK(notification.title == "Reply from Dominic E Proke");
    CHECK(notification.text == "Yes");
    CHECK(notification.records == std::vector{dominic});
    CHECK(office.conversations.unassigned_count() == 0);
}

TEST_CASE("a notification says what came beside words, or instead of them") {
    ConversationFixture office;
    const auto [body, media, words] = GENERATE(table<std::string, std::int64_t, std::string>({
        {"", 1, "Sent a picture. See it in the carrier's application."},
        {"", 2, "Sent 2 pictures. See them in the carrier's application."},
        {"  \n", some_media, "Sent one or more pictures. See them in the carrier's application."},
        {"My card", 1, "My card\nSent a picture. See it in the carrier's application."},
        {"", 0, "Sent an empty message."},
        {" ", 0, "Sent an empty message."},
        {"\u200B\u00A0\uFEFF\u3000", 0, "Sent an empty message."},
        {"\u2764\uFE0F", 0, "\u2764\uFE0F"},
        {"Yes", 0, "Yes"},
    }));
    office.carrier.receive(number, body);
    office.carrier.messages.back().media = media;
    office.poll();
    CHECK(office.notifier.notifications.at(0).text == words);
}

TEST_CASE("a reply to a text of two records that share the number joins both") {
    ConversationFixture office;
    office.directory.add(dominic, "Dominic E Proke", {number});
    office.directory.add(roommate, "Someone Else", {number});
    office.send("Can you work on Monday?", {dominic, roommate});
    office.carrier.receive(number, "Yes");
    office.poll();
    CHECK(office.notifier.notifications.at(0).title == "Reply from " + number.str());
    CHECK(office.notifier.notifications.at(0).records == std::vector{dominic, roommate});
    CHECK(office.logged_text().find("(651) 555-1204: Yes") != std::string::npos);
    CHECK(office.message_log.at(0).records == std::vector{dominic, roommate});
}

TEST_CASE("without an earlier text it joins the one record that has the number, and never several") {
    ConversationFixture office;
    const int owners = GENERATE(0, 1, 2);
    if (owners > 0) office.directory.add(dominic, "Dominic E Proke", {E164("+16515550000"), number});
    if (owners > 1) office.directory.add(roommate, "Someone Else", {number});
    office.carrier.receive(number, "Is there work?");
    office.poll();
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].rep_id == 0);
    CHECK(office.conversations.unassigned_count() == (owners == 1 ? 0 : 1));
    office.logger.flush();
    CHECK(office.message_log.messages.size() == (owners == 1 ? 1U : 0U));
    CHECK(office.notifier.notifications[0].title ==
          (owners == 1 ? "Reply from Dominic E Proke" : "Reply from " + number.str()));
}

TEST_CASE("a message is filed once, however often it is listed") {
    ConversationFixture office;
    office.send("Hello");
    office.carrier.receive(number, "Yes");
    for (int i = 0; i < 3; ++i)
        office.poll();
    Inbox restarted(office.outbox, office.conversations, office.lines, office.consent, office.directory,
                    office.notifier, office.context, {});
    restarted.step();
    CHECK(office.notifier.notifications.size() == 1);
    office.logger.flush();
    CHECK(office.conversations.unlogged(no_deadline, 10).empty());
    const std::string text = office.logged_text();
    CHECK(text.find("Yes") == text.rfind("Yes"));
}

TEST_CASE("a reply is not lost while the host's records cannot be asked") {
    ConversationFixture office;
    office.directory.add(dominic, "Dominic E Proke", {number});
    office.directory.fails = true;
    office.carrier.receive(number, "Is there work?");
    office.clock.advance(1h);
    office.send("Hello", {roommate});
    office.carrier.receive(number, "Who is this?");  // has an owner: nobody need be asked
    const E164 stranger("+16515559999");
    office.carrier.receive(stranger, "Hi");
    for (int i = 0; i < 3; ++i)
        office.poll();
    CHECK(office.log.count(LogSeverity::warning) <= 1);
    CHECK(office.notifier.notifications.size() == 2);  // both of the number with an owner

    office.directory.fails = false;
    office.poll();
    CHECK(office.notifier.notifications.size() == 3);
    CHECK(office.conversations.unassigned_count() == 1);
}

TEST_CASE("messages that can never be filed do not keep back the others") {
    ConversationFixture office;
    office.directory.fails = true;
    for (int i = 0; i < 7; ++i)
        office.carrier.receive(E164("+1651555999" + std::to_string(i)), "Hi");
    office.clock.advance(1min);
    office.send("Hello");
    office.carrier.receive(number, "Yes");
    for (int i = 0; i < 3; ++i)
        office.poll();
    CHECK(office.notifier.notifications.size() == 1);
    office.directory.fails = false;
    office.poll();
    CHECK(office.notifier.notifications.size() == 8);
}

TEST_CASE("what was left over is found again far down the list") {
    ConversationFixture office;
    office.directory.fails = true;
    office.carrier.receive(E164("+16515559999"), "Is there work?");
    office.poll();
    CHECK(office.notifier.notifications.empty());
    office.send("Hello");
    for (int i = 0; i < 500; ++i)
        office.carrier.receive(number, "Reply " + std::to_string(i));
    office.poll();
    CHECK(office.notifier.notifications.size() == 500);
    office.directory.fails = false;
    office.poll();
    CHECK(office.notifier.notifications.size() == 501);
    CHECK(office.notifier.notifications.back().text == "Is there work?");
}

TEST_CASE("what is written in the carrier's own application joins a conversation that has an owner") {
    ConversationFixture office;
    office.send("Hello");
    office.carrier.take(number, "From the carrier's site");
    office.carrier.take(E164("+16515559999"), "To a stranger");
    office.poll();
    CHECK(office.notifier.notifications.empty());
    CHECK(office.conversations.unassigned_count() == 0);
    CHECK(office.logged_text().find("(from the carrier's own application): From the carrier's site") !=
          std::string::npos);
    CHECK(office.message_log.messages.size() == 1);
}

TEST_CASE("a listed message that may be a text on its way is not filed as another's") {
    ConversationFixture office;
    office.send("Hello");
    office.outbox.commit({"Monday?", {7, "Alexander Swanson"}, {{number, {dominic}, line}}},
                         office.clock.now());
    const auto text = office.outbox.claim(line, office.clock.now());
    const std::string id = office.carrier.take(number, "Monday?");
    office.poll();
    CHECK_FALSE(office.conversations.has_message(line, id));

    const bool was_ours = GENERATE(true, false);
    if (was_ours) {
        office.outbox.accepted(text->id, id, office.clock.now(), office.batch_window());
    } else {
        office.outbox.rejected(text->id, "Not a mobile number.", office.clock.now(), office.batch_window());
    }
    office.poll();
    CHECK(office.conversations.has_message(line, id) == !was_ours);
    CHECK((office.logged_text().find("carrier's own application") == std::string::npos) == was_ours);
}

TEST_CASE("nor is one whose text was lost and whose words the carrier altered") {
    ConversationFixture office;
    office.send("Hello");
    office.outbox.commit({"Monday?", {7, "Alexander Swanson"}, {{number, {dominic}, line}}},
                         office.clock.now());
    const auto text = office.outbox.claim(line, office.clock.now());
    const std::string id = office.carrier.take(number, "Monday? -- Award Staffing");
    office.poll();
    CHECK_FALSE(office.conversations.has_message(line, id));
    office.outbox.answer_lost(text->id, office.clock.now(), "Lost.", office.clock.now());
    office.poll();
    CHECK_FALSE(office.conversations.has_message(line, id));
    office.outbox.hold_for_person(text->id, "Please look.", office.clock.now());
    office.poll();
    CHECK(office.conversations.has_message(line, id));
}

TEST_CASE("how our texts fare is followed until it is final") {
    ConversationFixture office;
    office.send("One");
    office.send("Two");
    office.send("Three");
    office.poll();
    office.carrier.messages.at(0).state = CarrierState::delivered;
    office.carrier.messages.at(1).state = CarrierState::failed;
    office.carrier.messages.at(2).state = CarrierState::failed;
    office.carrier.messages.at(2).failure = "The number is a landline.";
    for (int i = 0; i < 300; ++i)
        office.carrier.receive(number, "Filler");  // they are three pages down
    office.poll();
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).state == TextState::delivered);
    CHECK(office.outbox.texts_of(RequestId{2}).at(0).state == TextState::failed);
    CHECK(office.logged_text().find("[FAILED: The carrier could not deliver it.]: Two") != std::string::npos);
    CHECK(office.logged_text().find("[FAILED: The number is a landline.]: Three") != std::string::npos);
}

TEST_CASE("a reply from the other form of a number joins the conversation of the text") {
    ConversationFixture office;
    const E164 reached = GENERATE(E164("+525512345678"), E164("+5491123456789"), E164("+5511987654321"));
    const E164 other(forms_of_number(reached.str()).at(1));
    office.directory.add(dominic, "Dominic E Proke", {reached});
    office.send_to(reached, "Can you work on Monday?");
    office.carrier.receive(other, "Yes");
    office.poll();
    REQUIRE(office.notifier.notifications.size() == 1);
    CHECK(office.notifier.notifications[0].title == "Reply from Dominic E Proke");
    CHECK(office.notifier.notifications[0].rep_id == 7);
    CHECK(office.conversations.unassigned_count() == 0);
    office.carrier.receive(reached, "At what time?");
    office.carrier.receive(other, "STOP");
    office.poll();
    CHECK(office.consent.refusal(reached) != std::nullopt);
    CHECK(office.consent.refusal(other) != std::nullopt);
    office.carrier.receive(reached, "START");
    office.poll();
    CHECK(office.consent.refusal(reached) == std::nullopt);
    office.logger.flush();
    CHECK(office.message_log.messages.size() == 1);  // one conversation
}

TEST_CASE("without an earlier text the one record counts that has the number, in whichever form") {
    ConversationFixture office;
    const E164 typed = GENERATE(E164("+525512345678"), E164("+5215512345678"));
    const E164 from = GENERATE(E164("+525512345678"), E164("+5215512345678"));
    const bool has_roommate = GENERATE(false, true);
    office.directory.add(dominic, "Dominic E Proke", {typed, E164("+525512345678")});
    if (has_roommate) office.directory.add(roommate, "Someone Else", {E164("+5215512345678")});
    office.carrier.receive(from, "Is there work?");
    office.poll();
    CHECK(office.conversations.unassigned_count() == (has_roommate ? 1 : 0));
}

TEST_CASE("a text that is listed with the other form of its number is still ours while it is unknown") {
    ConversationFixture office;
    office.directory.add(dominic, "Dominic E Proke", {E164("+5215512345678")});
    office.outbox.commit({"Hello", {7, "Alexander Swanson"}, {{E164("+525512345678"), {dominic}, line}}},
                         office.clock.now());
    const auto text = office.outbox.claim(line, office.clock.now());
    office.carrier.send(E164("+5215512345678"), "Hello");
    office.clock.advance(1h);
    office.poll();
    office.outbox.answer_lost(text->id, no_time, "", office.clock.now());
    office.poll();
    office.logger.flush();
    CHECK(office.message_log.messages.empty());  // it was not taken for one of the carrier's application
}
