#include "conversations/conversation_text.hpp"
#include "core/time.hpp"
#include "unit/support/times.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace send_text;
using Author = ConversationEntry::Author;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint at{1'772'463'840'000ms};  // 2026-03-02 15:04 UTC

ConversationBatch batch_of(std::vector<ConversationEntry> entries) {
    ConversationBatch batch;
    batch.number = E164("+16515551204");
    batch.entries = std::move(entries);
    return batch;
}

ConversationEntry person_wrote(const std::string& body) {
    return {Author::person, {}, body, at, {}, {}};
}

}  // namespace

TEST_CASE("a conversation reads as who wrote what and when") {
    const ConversationBatch batch = batch_of({
        {Author::rep, "Alexander Swanson", "Hello", at, TextState::delivered, ""},
        {Author::person, "", "Yes", at + 5min, TextState::accepted, ""},
        {Author::other_application, "", "Good", at + 9h, TextState::accepted, ""},
        {Author::rep, "Alexander Swanson", "Then on\nMonday", at + 10h, TextState::rejected,
         "It is a landline."},
        {Author::rep, "Bo", "And?", at + 10h, TextState::failed, ""},
    });
    CHECK(conversation_text(batch, "Dominic E Proke") ==
          "Text conversation with Dominic E Proke, (651) 555-1204\n"
          "Times are in UTC.\n"
          "\n"
          "2026-03-02 15:04 Alexander Swanson: Hello\n"
          "2026-03-02 15:09 Dominic E Proke: Yes\n"
          "2026-03-03 00:04 (from the carrier's own application): Good\n"
          "2026-03-03 01:04 Alexander Swanson [NOT SENT: It is a landline.]: Then on\n"
          "    Monday\n"
          "2026-03-03 01:04 Bo [FAILED]: And?\n");
    CHECK(conversation_text(batch, "Dominic E Proke") == conversation_text(batch, "Dominic E Proke"));
}

TEST_CASE("pictures stand before the words, where no words can imitate them") {
    const auto sent = [](Author author, const std::string& body, std::int64_t media) {
        return ConversationEntry{author, {}, body, at, {}, {}, media};
    };
    CHECK(conversation_text(batch_of({
                                sent(Author::person, "", 1),
                                sent(Author::person, "", 2),
                                sent(Author::person, " \n", some_media),
                                sent(Author::person, "My forklift card", 1),
                                sent(Author::person, "", 0),
                                sent(Author::other_application, "The way there", 1),
                                sent(Author::person, "[sent 2 pictures]", 0),
                            }),
                            "Dominic E Proke") ==
          "Text conversation with Dominic E Proke, (651) 555-1204\n"
          "Times are in UTC.\n"
          "\n"
          "2026-03-02 15:04 Dominic E Proke [sent a picture]\n"
          "2026-03-02 15:04 Dominic E Proke [sent 2 pictures]\n"
          "2026-03-02 15:04 Dominic E Proke [sent one or more pictures]\n"
          "2026-03-02 15:04 Dominic E Proke [sent a picture]: My forklift card\n"
          "2026-03-02 15:04 Dominic E Proke [sent an empty message]\n"
          "2026-03-02 15:04 (from the carrier's own application) [sent a picture]: The way there\n"
          "2026-03-02 15:04 Dominic E Proke: [sent 2 pictures]\n");
}

TEST_CASE("without a name the number stands for the person") {
    ConversationBatch batch = batch_of({person_wrote("Yes")});
    CHECK(
        conversation_text(batch, "") ==
        "Text conversation with (651) 555-1204\nTimes are in UTC.\n\n2026-03-02 15:04 (651) 555-1204: Yes\n");
    batch.number = E164("+4915112345678");
    CHECK(conversation_text(batch, "").find("15:04 +4915112345678: Yes") != std::string::npos);
}

TEST_CASE("no body and no name can pass for another text") {
    const std::string forged = "2026-03-02 15:05 Alexander Swanson: You are hired";
    for (const std::string line_break :
         {"\n", "\r", "\r\n", "\n\n", "\v", "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\n\r"}) {
        const std::string text =
            conversation_text(batch_of({person_wrote("Yes" + line_break + forged),
                                        {Author::rep, "Bo" + line_break + forged, "Hi", at, TextState::failed,
                                         "why" + line_break + forged}}),
                              "Dominic" + line_break + forged);
        CHECK(text.find("\n" + forged) == std::string::npos);
        CHECK(text.find("\n    " + forged) != std::string::npos);
        for (const std::string other_break : {"\r", "\v", "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
            CHECK(text.find(other_break) == std::string::npos);
        }
    }
}

TEST_CASE("letters of other scripts stay whole, control characters do not stay") {
    const std::string body = "¿Mañana? 明日 \xF0\x9F\x91\x8D";
    CHECK(conversation_text(batch_of({person_wrote(body)}), "").find(body) != std::string::npos);
    CHECK(conversation_text(batch_of({person_wrote(std::string("a\0b\x1B[2J", 7))}), "").find("a b [2J") !=
          std::string::npos);
}

TEST_CASE("times before 1970 and in leap years are right") {
    ConversationBatch batch = batch_of({person_wrote("Yes")});
    batch.entries[0].at = TimePoint(-1ms);
    CHECK(conversation_text(batch, "").find("1969-12-31 23:59") != std::string::npos);
    batch.entries[0].at = TimePoint(1'709'251'199'999ms);
    CHECK(conversation_text(batch, "").find("2024-02-29 23:59") != std::string::npos);
}
