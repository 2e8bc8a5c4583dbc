// The disk is full, or has changed a bit: what people see, and what becomes of texts.

#include <filesystem>
#include <fstream>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "full_disk.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/connection.hpp"
#include "staffing_cpp/status_error.hpp"
#include "texting_fixture.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t sender = 1;
constexpr rlim_t no_room = 4096;  // for what is there already, and small notes

struct Office : TextingFixture {
    using TextingFixture::TextingFixture;

    fs::path store() const { return host->plugin_folder() / "data" / "send_text.sqlite"; }

    void close_and(const std::function<void(Session&)>& work) {
        loaded.reset();
        Connection(store().string()).read(work);
    }

    std::string shown(std::uint64_t dialog, const std::string& element) {
        for (const nlohmann::json& one : host->dialogs().view(dialog).at("elements"))
            if (one.at("id") == element) return one.at("text").get<std::string>();
        return {};
    }
};

void run(Session& session, const std::string& sql) {
    session << sql, sql::now;
}

}  // namespace

TEST_CASE("on a full disk nothing is said to be sent, and Send works once there is room") {
    Office office;
    const std::uint64_t dialog = office.open_compose();
    office.host->dialogs().type(dialog, "body", "Can you work on Monday?");
    {
        const FullDisk full(no_room);
        office.host->dialogs().press(dialog, "send");
        wait_until_settled(*office.host, Office::guard);
        CHECK_THAT(office.shown(dialog, "summary"), ContainsSubstring("Nothing was sent") &&
                                                        ContainsSubstring(office.store().string()) &&
                                                        ContainsSubstring("disk"));
        CHECK(office.host->dialogs().typed(dialog, "body") == "Can you work on Monday?");
    }
    CHECK(office.texts_received() == 0);
    office.host->dialogs().press(dialog, "send");
    wait_until_settled(*office.host, Office::guard);
    CHECK(office.texts_received() == 1);
}

TEST_CASE("what waits on a disk that fills leaves once there is room, and people know meanwhile") {
    Office office(nlohmann::json{{"segments_per_minute", 1}});
    office.text("Can you work on Monday?");
    office.text("And on Tuesday?");
    REQUIRE(office.texts_received() == 1);
    {
        const FullDisk full(no_room);
        office.advance_minutes(9);
        CHECK(office.notifications(sender, "Texts are waiting").empty());
        office.advance_minutes(6);
        CHECK(office.texts_received() == 1);
        for (const std::int64_t rep_id : {sender, std::int64_t{0}}) {
            const auto notifications = office.notifications(rep_id, "Texts are waiting");
            REQUIRE(notifications.size() == 1);
            CHECK_THAT(notifications[0], ContainsSubstring("the store of the texts fails") &&
                                             ContainsSubstring(office.store().string()) &&
                                             ContainsSubstring(rep_id == 0 ? "1 text is waiting"
                                                                           : "1 of your texts is waiting"));
        }
    }
    office.advance_minutes(15);
    CHECK(office.texts_received() == 2);
    CHECK(office.notifications(sender, "Texts are being sent again").size() == 1);
    CHECK(office.notifications(0, "Texts are being sent again").size() == 1);
    CHECK(office.notifications(0, "Texts are waiting").size() == 1);
}

TEST_CASE("an index that lacks rows is made anew at the start, and whoever administers is told") {
    Office office;
    office.text("Can you work on Monday?");
    std::string definition;
    int page = 0;
    office.close_and([&](Session& session) {
        session << "SELECT sql, rootpage FROM sqlite_master WHERE name = 'text_by_due_time'",
            sql::into(definition), sql::into(page), sql::now;
        run(session, "PRAGMA writable_schema = ON");
        run(session, "DELETE FROM sqlite_master WHERE name = 'text_by_due_time'");
    });
    // Now nobody sees to it that the index goes along.
    office.close_and([&](Session& session) {
        run(session, "UPDATE outgoing_text SET not_before_ms = not_before_ms + 1");
        run(session, "PRAGMA writable_schema = ON");
        session << "INSERT INTO sqlite_master VALUES ('index', 'text_by_due_time', 'outgoing_text', ?, ?)",
            sql::use(page), sql::use(definition), sql::now;
    });
    office.start();
    wait_until_settled(*office.host, Office::guard);
    const auto notifications = office.notifications(0, "The store of Send Text");
    REQUIRE(notifications.size() == 1);
    CHECK_THAT(notifications[0], ContainsSubstring("text_by_due_time") && ContainsSubstring("were rebuilt"));
    office.text("And on Tuesday?");
    CHECK(office.texts_received() == 2);
    office.loaded.reset();
    office.start();
    wait_until_settled(*office.host, Office::guard);
    CHECK(office.notifications(0, "The store of Send Text").size() == 1);
}

TEST_CASE("a damaged table keeps Send Text from starting, and a backup in its place helps") {
    Office office;
    office.text("Can you work on Monday?");
    std::string backup;
    on_worker(*office.host, Office::guard, [&] { backup = office.plugin().back_up(""); });
    office.text("And on Tuesday?");
    int page = 0;
    office.close_and([&](Session& session) {
        session << "SELECT rootpage FROM sqlite_master WHERE name = 'outgoing_text'", sql::into(page),
            sql::now;
    });
    {
        std::fstream file(office.store(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp((page - 1) * 4096 + 1);
        file.write("\xff\xff\xff\xff\xff\xff", 6);
    }
    std::string words;
    try {
        office.start();
    } catch (const staffing::StatusError& error) {
        words = error.what();
    }
    CHECK_THAT(words, ContainsSubstring(office.store().string()) && ContainsSubstring("is damaged") &&
                          ContainsSubstring("backup"));
    office.loaded.reset();

    fs::rename(office.store(), office.folder.path() / "damaged.sqlite");
    fs::copy_file(backup, office.store());
    office.start();
    wait_until_settled(*office.host, Office::guard);
    REQUIRE(office.notifications(0, "The store of Send Text").size() == 1);
    CHECK_THAT(office.notifications(0, "The store of Send Text")[0],
               ContainsSubstring("is a restored backup"));
    CHECK(office.notifications(0, "An older store of texts is in use").empty());
    office.text("And on Wednesday?");
    CHECK(office.texts_received() == 3);
}
