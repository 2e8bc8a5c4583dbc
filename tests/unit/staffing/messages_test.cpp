#include "mock_host/staffing/messages.hpp"

#include <catch2/catch_test_macros.hpp>

#include "mock_host/staffing/staffing_database.hpp"

using namespace mock_host;

namespace {

constexpr RecordKey dominic{RecordKind::employee, 5814};
constexpr RecordKey betty{RecordKind::contact, 6553};

NewMessage conversation() {
    return {"conversation-1", "Text", "08:00 Hello\n08:01 Hi 😊", 1, {dominic, betty}, 5000};
}

}  // namespace

TEST_CASE("a logged message stands on all its records") {
    const auto database = StaffingDatabase::in_memory();
    const AddedMessage added = database->messages().add(conversation());
    CHECK_FALSE(added.already_there);
    const Message expected{added.id, "conversation-1", "Text", "08:00 Hello\n08:01 Hi 😊",
                           1,        {dominic, betty}, 5000};
    CHECK(database->messages().of_record(dominic) == std::vector{expected});
    CHECK(database->messages().of_record(betty) == std::vector{expected});
    CHECK(database->messages().find(added.id) == expected);
    CHECK(database->messages().find_by_key("conversation-1") == expected);
    CHECK(database->records().find(dominic)->last_message == "Text");
}

TEST_CASE("the same key again is the same message") {
    const auto database = StaffingDatabase::in_memory();
    const AddedMessage first = database->messages().add(conversation());
    NewMessage again = conversation();
    again.text = "something else";
    again.action_code = "Deact";
    again.links = {{RecordKind::employee, 5450}};
    const AddedMessage second = database->messages().add(again);
    CHECK(second.already_there);
    CHECK(second.id == first.id);
    CHECK(database->messages().find(first.id)->text == conversation().text);
    CHECK(database->messages().of_record({RecordKind::employee, 5450}).empty());
    CHECK(database->records().find({RecordKind::employee, 5450})->active);
}

TEST_CASE("messages without a key are each their own") {
    const auto database = StaffingDatabase::in_memory();
    NewMessage note{"", "Called", "Left word", 2, {dominic}, 1000};
    CHECK(database->messages().add(note).id != database->messages().add(note).id);
    CHECK(database->messages().of_record(dominic).size() == 2);
    CHECK_FALSE(database->messages().find_by_key("").has_value());
}

TEST_CASE("the newest message comes first") {
    const auto database = StaffingDatabase::in_memory();
    for (const std::int64_t at : {2000, 3000, 1000, 3000}) {
        database->messages().add({"", "Message", std::to_string(at), 1, {betty, betty}, at});
    }
    const auto messages = database->messages().of_record(betty);
    REQUIRE(messages.size() == 4);
    CHECK(messages[0].created_at_ms == 3000);
    CHECK(messages[1].created_at_ms == 3000);
    CHECK(messages[0].id > messages[1].id);
    CHECK(messages[3].created_at_ms == 1000);
    CHECK(messages[0].links.size() == 1);
}

TEST_CASE("codes with side effects do what they say") {
    const auto database = StaffingDatabase::in_memory();
    const auto log = [&](const char* code) { database->messages().add({"", code, "", 1, {dominic}, 1}); };
    const auto person = [&] { return database->records().find(dominic).value(); };
    log("Deact");
    CHECK_FALSE(person().active);
    log("React");
    CHECK(person().active);
    log("DNA");
    CHECK(person().status == "Do Not Assign");
    CHECK(person().last_message == "DNA");
}

TEST_CASE("a message that cannot stand is refused whole") {
    const auto database = StaffingDatabase::in_memory();
    const auto refused = [&](auto change) {
        NewMessage message = conversation();
        change(message);
        CHECK_THROWS_AS(database->messages().add(message), StaffingError);
    };
    refused([](NewMessage& m) { m.action_code = "Nonsense"; });
    refused([](NewMessage& m) { m.action_code = "Pager"; });      // inactive
    refused([](NewMessage& m) { m.action_code = "Available"; });  // not for contacts
    refused([](NewMessage& m) { m.author_user_id = 99; });
    refused([](NewMessage& m) { m.links.clear(); });
    refused([](NewMessage& m) { m.text += '\0'; });
    refused([](NewMessage& m) { m.links.push_back({RecordKind::contact, 999999}); });
    CHECK(database->messages().of_record(dominic).empty());
    CHECK_FALSE(database->messages().find_by_key("conversation-1").has_value());
    CHECK(database->records().find(dominic)->last_message.empty());

    database->action_codes().set_active("Text", false);
    refused([](NewMessage&) {});
    database->action_codes().set_active("Text", true);
    CHECK_FALSE(database->messages().add(conversation()).already_there);
}
