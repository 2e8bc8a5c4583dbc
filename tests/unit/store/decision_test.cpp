// What people decide about texts of which it cannot be told whether they were sent, and what turns out later.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cstdlib>

#include "store_fixture.hpp"

using namespace send_text;
using Then = LateFinding::Then;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t sent_ms = 100 * 60 * minute_ms;
const Sender bea{9, "Bea"};

/// A message from the line that its carrier lists.
ListedMessage listed(const std::string& id, std::int64_t created_ms, const std::string& body = "Hello") {
    return {line, jo, id, false, body, created_ms};
}

struct Undecided : Store {
    /// A text to jo that was sent at sent_ms, and of which a person is to say whether it was.
    Text held(std::int64_t at_ms = sent_ms) {
        const Text text = queue(jo, {employee(1)}, at_ms);
        outbox.claim(line, at_ms);
        outbox.answer_lost(text.id, at_ms, "", at_ms);
        outbox.hold_for_person(text.id, "Nobody knows.", at_ms);
        return text;
    }
    DecisionResult decide(const Text& text, Decision decision, std::int64_t now_ms = sent_ms + minute_ms) {
        return outbox.decide({text.id}, decision, bea, now_ms, window_ms);
    }
    std::optional<LateFinding> list(const ListedMessage& message,
                                    std::int64_t now_ms = sent_ms + 2 * minute_ms) {
        return conversations.add_outbound(message, {employee(1)}, now_ms, window_ms);
    }
    /// What is logged from now on: "Ann: Hello".
    std::vector<std::string> log() {
        conversations.close_all();
        std::vector<std::string> lines;
        for (const ConversationBatch& batch : conversations.unlogged(no_time_ms, 10)) {
            for (const ConversationEntry& entry : batch.entries) {
                const bool is_ours = entry.author == ConversationEntry::Author::rep;
                const bool was_sent =
                    entry.state == TextState::accepted || entry.state == TextState::delivered;
                lines.push_back((is_ours ? entry.rep_name + (was_sent ? "" : " [not sent]") : "other") +
                                ": " + entry.body);
            }
            conversations.logged(batch.id, "message", no_time_ms);
        }
        return lines;
    }
    static constexpr std::int64_t no_time_ms = 1'000'000'000'000;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what was said to be sent takes the carrier's id when it is listed later, and stands once") {
    Undecided store;
    const Text text = store.held();
    CHECK(store.decide(text, Decision::was_sent).decided == 1);
    CHECK(store.text(text.id).state == TextState::accepted);

    const auto finding = store.list(listed("m1", sent_ms + 1000, " Hello "));
    REQUIRE(finding);
    CHECK(finding->then == Then::as_decided);
    CHECK(store.text(text.id).carrier_message_id == "m1");
    CHECK_FALSE(store.list(listed("m1", sent_ms + 1000)));  // and again
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("what was filed as another application's before becomes the text") {
    Undecided store;
    const Text text = store.held();
    CHECK_FALSE(store.list(listed("m1", sent_ms + 1000)));
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
    CHECK_FALSE(store.list(listed("m1", sent_ms + 1000)));
    CHECK(store.log().empty());
}

TEST_CASE("words that a carrier altered are known when somebody says that the text was sent") {
    Undecided store;
    const Text text = store.held();
    SECTION("listed before") {
        CHECK_FALSE(store.list(listed("m1", sent_ms + 1000, "Hello -- Memphis Staffing")));
        store.decide(text, Decision::was_sent);
    }
    SECTION("listed later") {
        store.decide(text, Decision::was_sent);
        CHECK(store.list(listed("m1", sent_ms + 1000, "\xE2\x80\x9CHello\xE2\x80\x9D")));
    }
    CHECK(store.text(text.id).carrier_message_id == "m1");
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("what was said to be sent stands once, whatever the clocks show") {
    Undecided store;
    const Text text = store.held();
    const std::int64_t month_ms = 30 * 24 * 60 * minute_ms;
    const std::int64_t listed_ms =
        sent_ms + GENERATE_COPY(-month_ms, -120 * minute_ms, 20 * minute_ms, month_ms);
    const std::string words = GENERATE("Hello", "Hello -- Memphis Staffing");
    SECTION("listed before somebody decides") {
        CHECK_FALSE(store.list(listed("m1", listed_ms, words), listed_ms));
        store.decide(text, Decision::was_sent, listed_ms + 5 * minute_ms);
    }
    SECTION("listed later") {
        if (words != "Hello" && std::abs(listed_ms - sent_ms) == month_ms) return;  // it may be anything
        store.decide(text, Decision::was_sent);
        REQUIRE(store.list(listed("m1", listed_ms, words), listed_ms));
    }
    CHECK(store.text(text.id).carrier_message_id == "m1");
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("an id that was found in the list is not one that the carrier answered with") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::was_sent);
    store.list(listed("m1", sent_ms + 1000));
    CHECK_FALSE(store.outbox.taken_texts(line, {"m1"}).at("m1").was_answered);
}

TEST_CASE("what is to be sent again is not taken for a message from after the decision") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::send_again);
    CHECK_FALSE(store.list(listed("m1", sent_ms + 20 * minute_ms)));
    CHECK(store.text(text.id).state == TextState::queued);
}

TEST_CASE("a message of other words, another time or another number is not taken for the text") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::was_sent);
    CHECK_FALSE(store.list(listed("m1", sent_ms + 1000, "Are you coming?")));
    CHECK_FALSE(store.list(listed("m2", sent_ms - 30 * 60 * minute_ms, "Hello -- Memphis Staffing")));
    ListedMessage to_kim = listed("m4", sent_ms + 1000);
    to_kim.number = kim;
    CHECK_FALSE(store.list(to_kim));
    CHECK(store.text(text.id).carrier_message_id.empty());
}

TEST_CASE("a message that was filed before the text was sent is not taken for it") {
    Undecided store;
    store.list(listed("m1", sent_ms - 60 * minute_ms), sent_ms - 59 * minute_ms);
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
        CHECK_FALSE(store.list(listed("m1", sent_ms + 1000)));
        CHECK(store.decide(text, Decision::send_again).found_sent == 1);
    }
    SECTION("after the decision, before it left") {
        CHECK(store.decide(text, Decision::send_again).found_sent == 0);
        const auto finding = store.list(listed("m1", sent_ms + 1000));
        REQUIRE(finding);
        CHECK(finding->then == Then::not_sent_again);
        CHECK(finding->decided_by.name == "Bea");
        CHECK(finding->text.sender.name == "Ann");
    }
    CHECK_FALSE(store.outbox.claim(line, sent_ms + 9 * minute_ms));
    CHECK(store.log() == Lines{"Ann: Hello"});
    CHECK(store.text(text.id).carrier_message_id == "m1");
}

TEST_CASE("what was sent again and turns out to have been sent before stands twice, as its sender's") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::send_again);
    const std::int64_t again_ms = sent_ms + 2 * minute_ms;
    REQUIRE(store.outbox.claim(line, again_ms));
    SECTION("while the answer is awaited it is left for later") {
        CHECK(store.list(listed("m1", sent_ms + 1000))->then == Then::not_known_yet);
    }
    store.outbox.accepted(text.id, "m2", again_ms, window_ms);
    CHECK(store.list(listed("m1", sent_ms + 1000))->then == Then::was_sent_twice);
    CHECK_FALSE(store.list(listed("m1", sent_ms + 1000)));
    CHECK_FALSE(store.list(listed("m2", again_ms)));
    CHECK(store.log() == Lines{"Ann: Hello", "Ann: Hello"});
}

TEST_CASE("what is not to be sent and turns out to have been sent stands as sent") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::do_not_send);
    CHECK(store.text(text.id).reason == "Bea decided not to send it.");
    SECTION("in the open conversation") {
        CHECK(store.list(listed("m1", sent_ms + 1000))->then == Then::was_sent_though);
    }
    SECTION("after the conversation was logged without it") {
        CHECK(store.log() == Lines{"Ann [not sent]: Hello"});
        CHECK(store.list(listed("m1", sent_ms + 1000))->then == Then::was_sent_though);
    }
    CHECK(store.text(text.id).state == TextState::accepted);
    CHECK(store.log() == Lines{"Ann: Hello"});
}

TEST_CASE("who decides second learns what the first decided, and nothing happens") {
    Undecided store;
    const Text text = store.held();
    store.decide(text, Decision::was_sent);
    const DecisionResult second =
        store.outbox.decide({text.id}, Decision::send_again, {10, "Cy"}, sent_ms + minute_ms, window_ms);
    CHECK(second.decided == 0);
    REQUIRE(second.earlier.size() == 1);
    CHECK(second.earlier[0].who.name == "Bea");
    CHECK(second.earlier[0].decision == Decision::was_sent);
    CHECK(store.text(text.id).state == TextState::accepted);
}

TEST_CASE(
    "unknown texts can be decided about once people were asked, and the carrier's answer changes nothing") {
    Undecided store;
    const Text text = store.queue(jo, {employee(1)}, sent_ms);
    store.outbox.claim(line, sent_ms);
    store.outbox.answer_lost(text.id, sent_ms, "", sent_ms);
    CHECK(store.decide(text, Decision::was_sent).decided == 0);
    CHECK(store.outbox.offer_for_decision(line, "It cannot be asked.") == std::set{text.request_id});
    CHECK(store.outbox.offer_for_decision(line, "It cannot be asked.").empty());
    CHECK(store.outbox.undecided().at(0).count == 1);
    CHECK(store.outbox.progress(text.request_id).undecided == 1);
    CHECK(store.text(text.id).state == TextState::unknown);

    SECTION("it was sent, and the carrier has it") {
        store.decide(text, Decision::was_sent);
        store.outbox.accepted(text.id, "m1", sent_ms + minute_ms, window_ms);
        CHECK(store.text(text.id).carrier_message_id == "m1");
        CHECK(store.log() == Lines{"Ann: Hello"});
    }
    SECTION("it is to be sent again, and the carrier has it") {
        store.decide(text, Decision::send_again);
        store.outbox.accepted(text.id, "m1", sent_ms + minute_ms, window_ms);
        CHECK_FALSE(store.outbox.claim(line, sent_ms + minute_ms));
    }
    SECTION("it was sent, and the carrier does not have it yet") {
        store.decide(text, Decision::was_sent);
        store.outbox.put_back(text.id, sent_ms, "", sent_ms);
        store.outbox.answer_lost(text.id, sent_ms, "", sent_ms);
        CHECK_FALSE(store.outbox.claim(line, sent_ms + minute_ms));
    }
    SECTION("it is not to be sent") {
        store.decide(text, Decision::do_not_send);
        store.outbox.put_back(text.id, sent_ms, "", sent_ms);
        CHECK(store.text(text.id).state == TextState::cancelled);
    }
    SECTION("the carrier answers first") {
        store.outbox.accepted(text.id, "m1", sent_ms + minute_ms, window_ms);
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
        texts.push_back({.number = "+1651555" + std::to_string(1000 + i), .records = {}});
    const auto request_id = store.outbox.commit(request(texts), sent_ms);
    while (const auto text = store.outbox.claim(line, sent_ms))
        store.outbox.answer_lost(text->id, sent_ms, "", sent_ms);
    store.outbox.offer_for_decision(line, "It cannot be asked.");
    CHECK(store.outbox.undecided().at(0).count == 450);
    const auto ids = store.outbox.undecided_ids(store.outbox.undecided());
    REQUIRE(ids.size() == 450);
    const DecisionResult result =
        store.outbox.decide(ids, Decision::was_sent, bea, sent_ms + minute_ms, window_ms);
    CHECK(result.decided == 450);
    CHECK(result.by_request == std::map<std::int64_t, std::int64_t>{{request_id, 450}});
    CHECK(store.outbox.progress(request_id).accepted == 450);
    CHECK(store.outbox.decide(ids, Decision::was_sent, bea, sent_ms, window_ms).earlier.size() == 450);
}
