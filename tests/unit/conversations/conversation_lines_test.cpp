#include <catch2/catch_test_macros.hpp>

#include "conversations/conversation_lines.hpp"
#include "unit/conversations/conversation_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const RecordRef survivor{RecordKind::employee, 77};

}  // namespace

TEST_CASE("the line of a record's last conversation is known once it is wanted") {
    ConversationFixture office;
    office.send("Hello");
    ConversationLines lines(office.conversations);
    lines.refresh();
    CHECK_FALSE(lines.is_known());
    lines.want();
    lines.refresh();
    CHECK(lines.is_known());
    CHECK(lines.line_of(dominic) == line);
    CHECK_FALSE(lines.line_of(survivor));
}

TEST_CASE("what comes later is found by the next look, also in a conversation that was open before") {
    ConversationFixture office;
    ConversationLines lines(office.conversations);
    lines.want();
    lines.refresh();
    CHECK_FALSE(lines.line_of(dominic));
    office.send("Hello");
    lines.refresh();
    CHECK(lines.line_of(dominic) == line);
    office.send("Hello again", {survivor});
    lines.refresh();
    CHECK(lines.line_of(survivor) == line);
}

TEST_CASE("after a merge the survivor has the conversation") {
    ConversationFixture office;
    office.send("Hello");
    office.conversations.close_all();
    ConversationLines lines(office.conversations);
    lines.want();
    lines.refresh();
    office.conversations.merge(dominic, survivor);
    lines.invalidate();
    lines.refresh();
    CHECK(lines.line_of(survivor) == line);
    CHECK_FALSE(lines.line_of(dominic));
}

TEST_CASE("of several conversations with a number the last one on a line in use counts") {
    ConversationFixture office;
    office.send("Hello");
    CHECK(office.conversations.latest_line(number, {line}) == line);
    CHECK_FALSE(office.conversations.latest_line(number, {LineId("+16515550199")}));
    CHECK_FALSE(office.conversations.latest_line(E164("+16515550000"), {line}));
}
