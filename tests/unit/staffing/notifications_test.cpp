#include "mock_host/staffing/notifications.hpp"

#include <catch2/catch_test_macros.hpp>

#include "mock_host/staffing/staffing_database.hpp"
#include "unit/support/temp_folder.hpp"

using namespace mock_host;
using send_text::testing::TempFolder;

namespace {

constexpr std::int64_t swanson = 1;   // administers
constexpr std::int64_t johansen = 2;  // a recruiter

Notification notification_of(std::int64_t rep_id, const std::string& text) {
    return {1000,       1, rep_id, "Reply", text, {{RecordKind::employee, 5814}, {RecordKind::contact, 6553}},
            "send_text"};
}

User user(StaffingDatabase& database, std::int64_t id) {
    return database.users().find(id).value();
}

std::string texts(const std::vector<ReadNotification>& all) {
    std::string words;
    for (const ReadNotification& each : all)
        words += each.notification.text + (each.is_read ? " (read); " : "; ");
    return words;
}

}  // namespace

TEST_CASE("what people were told comes back as it was") {
    const auto database = StaffingDatabase::in_memory();
    NotificationLog& log = database->notifications();
    CHECK(log.last_id() == 0);
    Notification first = notification_of(johansen, "Yes 😊");
    first.id = log.add(first);
    CHECK(log.last_id() == first.id);
    CHECK(log.after(0) == std::vector{first});
    CHECK(log.after(first.id).empty());
    CHECK(log.newest_for(user(*database, johansen), 10).at(0).notification == first);
}

TEST_CASE("a notification is for one person, or for those who may administer") {
    const auto database = StaffingDatabase::in_memory();
    NotificationLog& log = database->notifications();
    log.add(notification_of(johansen, "for Maria"));
    log.add(notification_of(0, "for administrators"));
    log.add(notification_of(swanson, "for Alexander"));
    CHECK(texts(log.newest_for(user(*database, johansen), 10)) == "for Maria; ");
    CHECK(texts(log.newest_for(user(*database, swanson), 10)) == "for administrators; for Alexander; ");
    CHECK(texts(log.newest_for(user(*database, 4), 10)).empty());
    CHECK(texts(log.newest_for(user(*database, swanson), 1)) == "for Alexander; ");
}

TEST_CASE("each person reads for themselves, and only what is for them") {
    const auto database = StaffingDatabase::in_memory();
    NotificationLog& log = database->notifications();
    const std::int64_t first = log.add(notification_of(0, "one"));
    const std::int64_t second = log.add(notification_of(0, "two"));
    const std::int64_t third = log.add(notification_of(0, "three"));
    database->users().set_role(johansen, "Administrator");
    const User alexander = user(*database, swanson);
    const User maria = user(*database, johansen);
    CHECK(log.unread_by(alexander) == 3);

    log.mark_read(alexander, third);
    log.mark_read(alexander, third);
    CHECK(texts(log.newest_for(alexander, 10)) == "one; two; three (read); ");
    CHECK(log.unread_by(alexander) == 2);
    CHECK(log.unread_by(maria) == 3);

    log.mark_all_read(maria, second);
    CHECK(texts(log.newest_for(maria, 10)) == "one (read); two (read); three; ");

    const User payroll = user(*database, 4);
    log.mark_read(payroll, first);
    log.mark_all_read(payroll, third);
    database->users().set_role(payroll.id, "Administrator");
    CHECK(log.unread_by(user(*database, payroll.id)) == 3);
}

TEST_CASE("notifications and who read them are there at the next start") {
    const TempFolder folder;
    std::int64_t id = 0;
    {
        StaffingDatabase database(folder / "staffing.db");
        id = database.notifications().add(notification_of(johansen, "kept"));
        database.notifications().mark_read(user(database, johansen), id);
    }
    StaffingDatabase database(folder / "staffing.db");
    CHECK(texts(database.notifications().newest_for(user(database, johansen), 10)) == "kept (read); ");
    CHECK(database.notifications().add(notification_of(johansen, "next")) > id);
}
