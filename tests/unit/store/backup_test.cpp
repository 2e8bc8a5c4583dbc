// A backup is made while the store is in use, and put back in its place.
#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>

#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <thread>

#include "child.hpp"
#include "store/backup.hpp"
#include "store/query.hpp"
#include "store/restore.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

constexpr TimePoint now{1'772'474'400'000ms};

bool never() {
    return false;
}

std::vector<std::string> files_in(const TempFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void run_sql(const std::string& path, const std::vector<std::string>& statements) {
    Poco::Data::Session session(
        Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(path, 0)));
    for (const std::string& sql : statements)
        execute(session, sql);
}

/// A store with some texts in it, and a place for backups.
struct Office : Store {
    Office() { send_some(10); }

    std::string data() const { return folder.path().string(); }
    std::string backup() const {
        return folder.file(
            "b\xc3\xa4"
            "ckup.sqlite");
    }

    void back_up(const std::function<bool()>& stopping = never) {
        write_backup(*database, backup(), data(), stopping);
    }

    std::string backup_refusal(const std::function<bool()>& stopping = never) {
        try {
            back_up(stopping);
            return {};
        } catch (const StoreError& error) {
            return error.what();
        }
    }

    std::string restoring_refusal(const std::string& from) {
        try {
            Restore restore(data(), path, from, now);
            database.reset();
            restore.put_in_place();
        } catch (const StoreError& error) {
            if (database == nullptr) open();
            return error.what();
        }
        open();
        return {};
    }

    void open() { database = std::make_unique<Database>(path, random); }

    void send_some(int texts) {
        for (int i = 0; i < texts; ++i)
            OutboxStore(*database).commit(request({{.number = jo, .records = {employee(1)}}}), at(1s));
    }

    std::int64_t count(const std::string& where = "1 = 1") {
        return in_transaction(*database, [&](Poco::Data::Session& session) {
            return *select_integer(session, "SELECT count(*) FROM outgoing_text WHERE " + where);
        });
    }
};

}  // namespace

TEST_CASE("A backup is one file with all that was committed, and is not opened by being made") {
    Office office;
    office.back_up();
    office.send_some(1);
    CHECK(files_in(office.folder) == std::vector<std::string>{"b\xc3\xa4"
                                                              "ckup.sqlite",
                                                              "texts.db", "texts.db-wal"});
    office.database.reset();
    office.path = office.backup();
    office.open();
    CHECK(office.count() == 10);
}

TEST_CASE(
    "A backup says what it is when it is opened as the store, once, and all that waits must be looked for") {
    Office office;
    const auto sent = office.outbox.claim(line, at(2s));
    office.outbox.accepted(sent->id, "SM1", at(2100ms), batch_window);
    office.back_up();
    office.database.reset();
    fs::rename(office.backup(), office.path);  // by hand
    office.open();
    REQUIRE(office.database->noticed().size() == 1);
    CHECK_THAT(office.database->noticed().front(), ContainsSubstring("is a restored backup"));
    CHECK(office.count("must_be_looked_for > 0") == 9);
    CHECK(office.count("must_be_looked_for > 0 AND state = 4") == 0);
    office.send_some(1);
    CHECK(office.count("must_be_looked_for > 0") == 9);
    office.database.reset();
    office.open();
    CHECK(office.database->noticed().empty());
}

TEST_CASE("A backup that is made while texts are being sent is consistent") {
    Office office;
    const std::vector<OutgoingText> many(2000, {.number = jo, .records = {employee(1)}});
    for (int i = 0; i < 10; ++i)
        office.outbox.commit(request(many, std::string(500, 'x')), at(1s));
    const std::int64_t before = office.count();
    std::thread sender;
    office.back_up([&] {
        if (!sender.joinable()) sender = std::thread([&] { office.send_some(50); });
        return false;
    });
    sender.join();
    office.database.reset();
    office.path = office.backup();
    office.open();
    CHECK(office.count() >= before);
    CHECK(office.count() <= before + 50);
    CHECK(office.count("NOT EXISTS (SELECT 1 FROM text_record WHERE text_id = outgoing_text.id)") == 0);
}

TEST_CASE("A backup that cannot be made says why, and leaves nothing behind") {
    Office office;
    const auto before = files_in(office.folder);
    SECTION("since something is there") {
        std::ofstream(office.backup()) << "a letter";
        CHECK_THAT(office.backup_refusal(),
                   ContainsSubstring("there is already a file or folder at " + office.backup()));
        CHECK(bytes_of(office.backup()) == "a letter");
        fs::remove(office.backup());
    }
    SECTION("since a log is there") {
        std::ofstream(office.backup() + "-wal") << "a log";
        CHECK_THAT(office.backup_refusal(), ContainsSubstring("there is already a file or folder at"));
        fs::remove(office.backup() + "-wal");
    }
    SECTION("since Send Text ends") {
        CHECK_THAT(office.backup_refusal([] { return true; }), ContainsSubstring("is shutting down"));
    }
    SECTION("since there is no folder") {
        CHECK_THROWS_WITH(
            write_backup(*office.database, office.folder.file("none/b.sqlite"), office.data(), never),
            ContainsSubstring("there is no folder"));
    }
    SECTION("since the path is not full") {
        CHECK_THROWS_WITH(write_backup(*office.database, "b.sqlite", office.data(), never),
                          ContainsSubstring("not a full path"));
    }
    CHECK(files_in(office.folder) == before);
}

TEST_CASE("A backup for which there is no room leaves nothing behind, and the store works on") {
    Office office;
    office.database.reset();
    const auto before = files_in(office.folder);
    REQUIRE(fs::file_size(office.path) > 100'000);
    {
        const Child child([&] {
            office.open();
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit most{100'000, 100'000};
            ::setrlimit(RLIMIT_FSIZE, &most);
            std::string words = office.backup_refusal();
            office.send_some(1);
            return words;
        });
        CHECK_THAT(child.said, ContainsSubstring("was not made") && ContainsSubstring("free space"));
    }
    office.open();
    CHECK(office.count() == 11);
    office.database.reset();
    CHECK(files_in(office.folder) == before);
}

TEST_CASE("Backups of the same second have names of their own") {
    const TempFolder folder;
    const std::string first = name_for_backup(folder.file("backups"), now);
    CHECK_THAT(first, ContainsSubstring("/backups/send_text-2026-03-0"));
    std::ofstream(first) << "x";
    const std::string second = name_for_backup(folder.file("backups"), now);
    CHECK(second == first.substr(0, first.size() - 7) + "-2.sqlite");
}

TEST_CASE("A backup takes the place of the store, which is kept beside it") {
    Office office;
    office.back_up();
    office.send_some(5);
    CHECK(office.restoring_refusal(office.backup()).empty());
    CHECK(office.count() == 10);
    CHECK(office.count("must_be_looked_for > 0") == 10);
    CHECK(fs::exists(office.backup()));
    office.database.reset();
    auto files = files_in(office.folder);
    REQUIRE(files.size() == 3);
    CHECK_THAT(files[1], ContainsSubstring("texts-before-restore-2026-03-0"));
    const std::string kept = office.folder.file(files[1]);
    CHECK(fs::hard_link_count(kept) == 1);
    office.path = kept;
    office.open();
    CHECK(office.count() == 15);
}

TEST_CASE("A copy from before there were backups is put back as one") {
    Office office;
    office.database.reset();
    fs::copy_file(office.path, office.backup());
    run_sql(office.backup(), {"PRAGMA user_version = 0", "PRAGMA application_id = 0"});
    office.open();
    CHECK(office.restoring_refusal(office.backup()).empty());
    CHECK(office.count("must_be_looked_for > 0") == 10);
}

TEST_CASE("What is no backup is not put back, and everything is as it was") {
    Office office;
    office.back_up();
    std::string wanted = office.backup();
    std::string words;
    SECTION("no file") {
        wanted = office.folder.file("none.sqlite");
        words = "there is no such file";
    }
    SECTION("a letter") {
        std::ofstream(wanted, std::ios::trunc) << std::string(5000, 'x');
        words = "damaged or not a backup";
    }
    SECTION("nothing") {
        fs::resize_file(wanted, 0);
        words = "it is empty";
    }
    SECTION("a database of another program") {
        fs::remove(wanted);
        run_sql(wanted, {"CREATE TABLE invoice (id INTEGER)"});
        words = "another program";
    }
    SECTION("a newer one") {
        run_sql(wanted, {"INSERT INTO schema_version (version) VALUES (99)"});
        words = "it has version 99";
    }
    SECTION("a damaged one") {
        std::string bytes = bytes_of(wanted);
        bytes.replace(4096 * 3, 8192, std::string(8192, '\xff'));
        std::ofstream(wanted, std::ios::binary) << bytes;
        words = "damaged";
    }
    SECTION("one that is not whole") {
        std::ofstream(wanted + "-wal") << "what was done last";
        words = "are in the file " + wanted + "-wal";
    }
    SECTION("the store itself") {
        wanted = office.path;
        words = "it is the store itself";
    }
    SECTION("the store by another name") {
        fs::remove(wanted);
        fs::create_hard_link(office.path, wanted);
        words = "it is the store itself";
    }
    SECTION("a relative path") {
        wanted = "backup.sqlite";
        words = "not a full path";
    }
    const auto before = files_in(office.folder);
    CHECK_THAT(office.restoring_refusal(wanted),
               ContainsSubstring(words) && ContainsSubstring("is as it was"));
    CHECK(files_in(office.folder) == before);
    CHECK(office.count() == 10);
    CHECK_THAT(refusal_of(office.path), ContainsSubstring("in use"));  // it still has its lock
}

TEST_CASE("A restore that is undone, or cut off, leaves the store that was there") {
    Office office;
    office.back_up();
    office.send_some(5);
    const auto before = files_in(office.folder);
    {
        Restore restore(office.data(), office.path, office.backup(), now);
        office.database.reset();
        SECTION("undone") {
            restore.put_in_place();
            restore.undo();
        }
        SECTION("not begun") {}
    }
    office.open();
    CHECK(office.count() == 15);
    CHECK(files_in(office.folder) == before);
}

TEST_CASE("A batch of a store that was put back has another log key than the one of the same id") {
    Office office;
    office.back_up();
    const auto log_a_batch = [&] {
        OutboxStore outbox(*office.database);
        outbox.record_lookup(TextId{1});
        const auto text = outbox.claim(line, at(5s));
        REQUIRE(text);
        outbox.accepted(text->id, "SM1", at(5s), batch_window);
        ConversationStore conversations(*office.database);
        conversations.close_all();
        return conversations.unlogged(at(6s), 10).at(0);
    };
    const ConversationBatch first = log_a_batch();
    REQUIRE(office.restoring_refusal(office.backup()).empty());
    const ConversationBatch second = log_a_batch();
    CHECK(first.id == second.id);
    CHECK(first.log_key != second.log_key);
    office.database.reset();
    office.open();
    CHECK(ConversationStore(*office.database).unlogged(at(6s), 10).at(0).log_key == second.log_key);
}

TEST_CASE("What joins a conversation after its store was put back is logged under another key than before") {
    Office office;
    const auto accept_one = [&](TextId text_id, const std::string& carrier_message_id) {
        OutboxStore outbox(*office.database);
        outbox.record_lookup(text_id);
        const auto text = outbox.claim(line, at(5s));
        REQUIRE(text);
        REQUIRE(text->id == text_id);
        outbox.accepted(text_id, carrier_message_id, at(5s), batch_window);
    };
    const auto close = [&] {
        ConversationStore conversations(*office.database);
        conversations.close_all();
        return conversations.unlogged(at(6s), 10);
    };
    accept_one(TextId{1}, "SM1");
    office.back_up();  // in the middle of a conversation
    const std::string logged_key = close().at(0).log_key;

    REQUIRE(office.restoring_refusal(office.backup()).empty());
    accept_one(TextId{2}, "SM2");
    const std::vector<ConversationBatch> batches = close();
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].log_key == logged_key);
    CHECK(batches[0].entries.size() == 1);
    CHECK(batches[1].log_key != logged_key);
    CHECK(batches[1].entries.size() == 1);
}
