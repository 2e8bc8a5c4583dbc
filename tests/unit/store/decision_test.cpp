// What people decide about texts of which it cannot be told whether they were sent, and what turns out later.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <cstdlib>

#include "store_fixture.hpp"

using namespace send_text;
using Then = LateFinding::Then;

namespace {
constexpr TimePoint sent_at{6000min};
const Sender bea{9, "Bea"};

/// A message from the line that its carrier lists.
ListedMessage listed(const std::string& id, TimePoint created_at, const std::string& body = "Hello") {
    return {line, jo, id, false, body, created_at};
}

struct Undecided : Store {
    /// A text to jo that was sent at sent_at, and of which a person is to say whether it was.
    Text held(TimePoint at = sent_at) {
        const Text text = queue(jo, {employee(1)}, at);
        outbox.claim(line, at);
        outbox.answer_lost(text.id, at, "", at);
        outbox.hold_for_person(text.id, "Nobody knows.", at);
        return text;
    }
    DecisionResult decide(const Text& text, Decision decision, TimePoint now = sent_at + 1min) {
        return outbox.decide({text.id}, decision, bea, now, batch_window);
    }
    std::optional<LateFinding> list(const ListedMessage& message, TimePoint now = sent_at + 2min) {
        return conversations.add_outbound(message, {employee(1)}, now, batch_window);
    }
    /// What is logged from now on: "Ann: Hello".
    std::vector<std::string> log() {
        conversations.close_all();
        std::vector<std::string> lines;
        for (const ConversationBatch& batch : conversations.unlogged(distant_time, 10)) {
            for (const ConversationEntry& entry : batch.entries) {
                const bool is_ours = entry.author == ConversationEntry::Author::rep;
                const bool was_sent =
                    entry.state == TextState::accepted || entry.state == TextState::delivered;
                lines.push_back((is_ours ? entry.rep_name + (was_sent ? "" : " [not sent]") : "other") +
                                ": " + entry.body);
            }
            conversations.logged(batch.id, "message", distant_time);
        }
        return lines;
    }
    static constexpr TimePoint distant_time{1'000'000'000'000ms};
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what was said to be sent takes the carrier's id when it is listed later, and stands once") {
    Undecided store;
    const Text text = store.held();
    CHECK(store.decide(text, Decision::was_sent).decided == 1);
    CHECK(store.text(text.id).state == TextState::accepted);

    const auto finding = store.list(listed("m1", sent_at + 1s, " Hello "));
    REQUIRE(finding);
    CHECK(finding->then == Then::as_decided);
    CHECK(store.text(text.id).carrier_message_id == "m1");
    CHECK_FALSE(store.list(listed("m1", sent_at + 1s)));  // and again
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("what was filed as another application's before becomes the text") {
    Undecided store;
    const Text text = store.held();
    CHECK_FALSE(store.list(listed("m1", sent_at + 1s)));
    SECTION("in the open conversation") {
        store.decide(text, Decision::was_sent);
        CHECK(store.log() == Lines{"Ann: Hello"});
    }
    SECTION("in a conversation that is logged already") {
        CHECK(store.log() == Lines{"other: Hello"});
        store.decide(text, Decision::was_sent);
        CHECK(store.log().empty());
    }
    CHECK(store.text(text.id).carrier_message_id == "m1");
    CHECK_FALSE(store.list(listed("m1", sent_at + 1s)));
    CHECK(store.log().empty());
}

TEST_CASE("words that a carrier altered are known when somebody says that the text was sent") {
    Undecided store;
    const Text text = store.held();
    SECTION("listed before") {
        CHECK_FALSE(store.list(listed("m1", sent_at + 1s, "Hello -- Memphis Staffing")));
        store.decide(text, Decision::was_sent);
    }
    SECTION("listed later") {
        store.decide(text, Decision::was_sent);
        CHECK(store.list(listed("m1", sent_at + 1s, "\xE2\x80\x9CHello\xE2\x80\x9D")));
    }
    CHECK(store.text(text.id).carrier_message_id == "m1");
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("what was said to be sent stands once, whatever the clocks show") {
    Undecided store;
    const Text text = store.held();
    const TimePoint listed_at = sent_at + GENERATE_COPY(as<Milliseconds>{}, -std::chrono::days(30), -120min,
                                                        20min, std::chrono::days(30));
    const std::string words = GENERATE("Hello", "Hello -- Memphis Staffing");
    SECTION("listed before somebody decides") {
        CHECK_FALSE(store.list(listed("m1", listed_at, words), listed_at));
        store.decide(text, Decision::was_sent, listed_at + 5min);
    }
    SECTION("listed later") {
        if (words != "Hello" && std::chrono::abs(listed_at - sent_at) == std::chrono::days(30))
            return;  // it may be anything
        store.decide(text, Decision::was_sent);
        REQUIRE(store.list(listed("m1", listed_at, words), listed_at));
    }
    CHECK(store.text(text.id).carrier_message_id == "m1");
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("an id that was found in the list is not one that the carrier answered with") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::was_sent);
    store.list(listed("m1", sent_at + 1s));
    CHECK_FALSE(store.outbox.taken_texts(line, {"m1"}).at("m1").was_answered);
}

TEST_CASE("what is to be sent again is not taken for a message from after the decision") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::send_again);
    CHECK_FALSE(store.list(listed("m1", sent_at + 20min)));
    CHECK(store.text(text.id).state == TextState::queued);
}

TEST_CASE("a message of other words, another time or another number is not taken for the text") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::was_sent);
    CHECK_FALSE(store.list(listed("m1", sent_at + 1s, "Are you coming?")));
    CHECK_FALSE(store.list(listed("m2", sent_at - 1800min, "Hello -- Memphis Staffing")));
    ListedMessage to_kim = listed("m4", sent_at + 1s);
    to_kim.number = kim;
    CHECK_FALSE(store.list(to_kim));
    CHECK(store.text(text.id).carrier_message_id.empty());
}

TEST_CASE("a message that was filed before the text was sent is not taken for it") {
    Undecided store;
    store.list(listed("m1", sent_at - 60min), sent_at - 59min);
    const Text text = store.held();
    SECTION("it was sent") {
        store.decide(text, Decision::was_sent);
        CHECK(store.log() == Lines{"other: Hello", "Ann: Hello"});
    }
    SECTION("it is to be sent again") {
        CHECK(store.decide(text, Decision::send_again).found_sent == 0);
        CHECK(store.text(text.id).state == TextState::queued);
    }
}

TEST_CASE("what is to be sent again and turns out to have been sent is not sent again") {
    Undecided store;
    const Text text = store.held();
    SECTION("before the decision") {
        CHECK_FALSE(store.list(listed("m1", sent_at + 1s)));
        CHECK(store.decide(text, Decision::send_again).found_sent == 1);
    }
    SECTION("after the decision, before it left") {
        CHECK(store.decide(text, Decision::send_again).found_sent == 0);
        const auto finding = store.list(listed("m1", sent_at + 1s));
        REQUIRE(finding);
        CHECK(finding->then == Then::not_sent_again);
        CHECK(finding->decided_by.name == "Bea");
        CHECK(finding->text.sender.name == "Ann");
    }
    CHECK_FALSE(store.outbox.claim(line, sent_at + 9min));
    CHECK(store.log() == Lines{"Ann: Hello"});
    CHECK(store.text(text.id).carrier_message_id == "m1");
}

TEST_CASE("what was sent again and turns out to have been sent before stands twice, as its sender's") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::send_again);
    const TimePoint again = sent_at + 2min;
    REQUIRE(store.outbox.claim(line, again));
    SECTION("while the answer is awaited it is left for later") {
        CHECK(store.list(listed("m1", sent_at + 1s))->then == Then::not_known_yet);
    }
    store.outbox.accepted(text.id, "m2", again, batch_window);
    CHECK(store.list(listed("m1", sent_at + 1s))->then == Then::was_sent_twice);
    CHECK_FALSE(store.list(listed("m1", sent_at + 1s)));
    CHECK_FALSE(store.list(listed("m2", again)));
    CHECK(store.log() == Lines{"Ann: Hello", "Ann: Hello"});
}

TEST_CASE("what is not to be sent and turns out to have been sent stands as sent") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::do_not_send);
    CHECK(store.text(text.id).reason == "Bea decided not to send it.");
    SECTION("in the open conversation") {
        CHECK(store.list(listed("m1", sent_at + 1s))->then == Then::was_sent_though);
    }
    SECTION("after the conversation was logged without it") {
        CHECK(store.log() == Lines{"Ann [not sent]: Hello"});
        CHECK(store.list(listed("m1", sent_at + 1s))->then == Then::was_sent_though);
    }
    CHECK(store.text(text.id).state == TextState::accepted);
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("who decides second learns what the first decided, and nothing happens") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::was_sent);
    const DecisionResult second =
        store.outbox.decide({text.id}, Decision::send_again, {10, "Cy"}, sent_at + 1min, batch_window);
    CHECK(second.decided == 0);
    REQUIRE(second.earlier.size() == 1);
    CHECK(second.earlier[0].who.name == "Bea");
    CHECK(second.earlier[0].decision == Decision::was_sent);
    CHECK(store.text(text.id).state == TextState::accepted);
}

TEST_CASE(
    "unknown texts can be decided about once people were asked, and the carrier's answer changes nothing") {
    Undecided store;
    const Text text = store.queue(jo, {employee(1)}, sent_at);
    store.outbox.claim(line, sent_at);
    store.outbox.answer_lost(text.id, sent_at, "", sent_at);
    CHECK(store.decide(text, Decision::was_sent).decided == 0);
    CHECK(store.outbox.offer_for_decision(line, "It cannot be asked.") == std::set{text.request_id});
    CHECK(store.outbox.offer_for_decision(line, "It cannot be asked.").empty());
    CHECK(store.outbox.undecided().at(0).count == 1);
    CHECK(store.outbox.progress(text.request_id).undecided == 1);
    CHECK(store.text(text.id).state == TextState::unknown);

    SECTION("it was sent, and the carrier has it") {
        store.decide(text, Decision::was_sent);
        store.outbox.accepted(text.id, "m1", sent_at + 1min, batch_window);
        CHECK(store.text(text.id).carrier_message_id == "m1");
        CHECK(store.log() == Lines{"Ann: Hello"});
    }
    SECTION("it is to be sent again, and the carrier has it") {
        store.decide(text, Decision::send_again);
        store.outbox.accepted(text.id, "m1", sent_at + 1min, batch_window);
        CHECK_FALSE(store.outbox.claim(line, sent_at + 1min));
    }
    SECTION("it was sent, and the carrier does not have it yet") {
        store.decide(text, Decision::was_sent);
        store.outbox.put_back(text.id, sent_at, "", sent_at);
        store.outbox.answer_lost(text.id, sent_at, "", sent_at);
        CHECK_FALSE(store.outbox.claim(line, sent_at + 1min));
    }
    SECTION("it is not to be sent") {
        store.decide(text, Decision::do_not_send);
        store.outbox.put_back(text.id, sent_at, "", sent_at);
        CHECK(store.text(text.id).state == TextState::cancelled);
    }
    SECTION("the carrier answers first") {
        store.outbox.accepted(text.id, "m1", sent_at + 1min, batch_window);
        const DecisionResult late = store.decide(text, Decision::send_again);
        CHECK(late.decided == 0);
        CHECK(late.earlier.at(0).who.name.empty());
        CHECK(late.earlier.at(0).state == TextState::accepted);
    }
    CHECK(store.outbox.undecided().empty());
}

TEST_CASE("whose line it is may decide, also when its account is gone") {
    Undecided store;
    store.accounts.save({.owner = AccountOwner::branch,
                         .owner_id = 3,
                         .carrier = "zipwhip",
                         .username = "6125550100",
                         .line = line});
    store.held();
    const auto may = [&](const Decider& who) { return may_decide(who, store.outbox.undecided().at(0)); };
    SECTION("with its account") {}
    SECTION("without") {
        REQUIRE(store.accounts.remove(store.accounts.all().at(0).id));
    }
    CHECK(may({.rep_id = 7, .branch_id = 5}));  // Ann, who sent it
    CHECK(may({.rep_id = 8, .branch_id = 3}));
    CHECK(may({.rep_id = 8, .branch_id = 5, .is_administrator = true}));
    CHECK_FALSE(may({.rep_id = 8, .branch_id = 5}));
    CHECK_FALSE(may({.rep_id = 3, .branch_id = 5}));
}

TEST_CASE("many are decided about at once, and counted") {
    Undecided store;
    std::vector<OutgoingText> texts;
    for (int i = 0; i < 450; ++i)
        texts.push_back({.number = E164("+1651555" + std::to_string(1000 + i)), .records = {}});
    const auto request_id = store.outbox.commit(request(texts), sent_at);
    while (const auto text = store.outbox.claim(line, sent_at))
        store.outbox.answer_lost(text->id, sent_at, "", sent_at);
    store.outbox.offer_for_decision(line, "It cannot be asked.");
    CHECK(store.outbox.undecided().at(0).count == 450);
    const auto ids = store.outbox.undecided_ids(store.outbox.undecided());
    REQUIRE(ids.size() == 450);
    const DecisionResult result =
        store.outbox.decide(ids, Decision::was_sent, bea, sent_at + 1min, batch_window);
    CHECK(result.decided == 450);
    CHECK(result.by_request == std::map<RequestId, std::int64_t>{{request_id, 450}});
    CHECK(store.outbox.progress(request_id).accepted == 450);
    CHECK(store.outbox.decide(ids, Decision::was_sent, bea, sent_at, batch_window).earlier.size() == 450);
}
