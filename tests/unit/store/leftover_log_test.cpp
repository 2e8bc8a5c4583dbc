// A store and the log beside it: which belongs to which, and what is left of a file that is refused.
#ifndef _WIN32

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <map>
#include <optional>

#include "child.hpp"
#include "store/backup.hpp"
#include "store/query.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

/// A store, and a plug-in on it that was killed at work.
struct KilledFixture {
    std::string store() const { return folder.file("texts.db"); }
    std::string log() const { return store() + "-wal"; }

    /// Commits so many texts, each on its own, does something more, and is killed.
    void work_and_die(
        int texts, const std::function<void(Database&)>& then = [](Database&) {}) {
        std::unique_ptr<Database> database;
        const Child killed([&] {
            database = std::make_unique<Database>(store(), random);
            for (int i = 0; i < texts; ++i)
                OutboxStore(*database).commit(request({{.number = jo, .records = {employee(1)}}}), at(1s));
            then(*database);
            return std::string("done");
        });
        REQUIRE(killed.said == "done");
    }

    /// Another program is killed that has run some statements on the file.
    void run_sql_and_die(const std::vector<std::string>& statements) {
        std::optional<Poco::Data::Session> session;
        const Child killed([&] {
            session.emplace(
                Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(store(), 0)));
            for (const std::string& sql : statements)
                execute(*session, sql);
            return std::string("done");
        });
        REQUIRE(killed.said == "done");
    }

    void work_and_end(int texts) {
        Database database(store(), random);
        for (int i = 0; i < texts; ++i)
            OutboxStore(database).commit(request({{.number = jo, .records = {employee(1)}}}), at(1s));
    }

    std::int64_t texts_in(Database& database) const {
        return in_transaction(database, [](Poco::Data::Session& session) {
            return *select_integer(session, "SELECT count(*) FROM outgoing_text");
        });
    }

    std::int64_t to_be_looked_for(Database& database) const {
        return in_transaction(database, [](Poco::Data::Session& session) {
            return *select_integer(session,
                                   "SELECT count(*) FROM outgoing_text WHERE must_be_looked_for > 0");
        });
    }

    TempFolder folder;
    SystemRandom random;
};

/// All files of a folder, their bytes and when they were last changed.
struct Snapshot {
    explicit Snapshot(const fs::path& folder) {
        for (const auto& entry : fs::directory_iterator(folder))
            files[entry.path().filename().string()] = {bytes_of(entry.path().string()),
                                                       entry.last_write_time()};
    }
    bool operator==(const Snapshot&) const = default;

    std::map<std::string, std::pair<std::string, fs::file_time_type>> files;
};

void run_sql(const std::string& path, const std::vector<std::string>& statements) {
    Poco::Data::Session session(
        Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(path, 0)));
    for (const std::string& sql : statements)
        execute(session, sql);
}

}  // namespace

TEST_CASE("A store whose plug-in was killed opens with all that is in its log") {
    KilledFixture office;
    const int texts = GENERATE(0, 1, 30);
    office.work_and_end(2);
    office.work_and_die(texts);
    REQUIRE(fs::file_size(office.log()) > 0);
    Database database(office.store(), office.random);
    CHECK(office.texts_in(database) == 2 + texts);
    CHECK(office.to_be_looked_for(database) == 0);
    CHECK(database.noticed().empty());
}

TEST_CASE("A store whose plug-in was killed when the log had often been emptied opens with all of it") {
    KilledFixture office;
    office.work_and_die(0, [&](Database& database) {
        const std::vector<OutgoingText> many(2000, {.number = jo, .records = {employee(1)}});
        for (int i = 0; i < 12; ++i)
            OutboxStore(database).commit(request(many, std::string(300, 'x')), at(1s));
    });
    Database database(office.store(), office.random);
    CHECK(office.texts_in(database) == 24'000);
    CHECK(database.noticed().empty());
}

TEST_CASE("A log does not grow without end") {
    Store store;
    std::uintmax_t longest = 0;
    const std::vector<OutgoingText> many(500, {.number = jo, .records = {employee(1)}});
    for (int i = 0; i < 120; ++i) {
        store.outbox.commit(request(many, std::string(300, 'x')), at(1s));
        longest = std::max(longest, fs::file_size(store.path + "-wal"));
    }
    CHECK(fs::file_size(store.path) > 8U << 20U);
    CHECK(longest < 6U << 20U);
}

TEST_CASE("A file in the place of a store whose log is still there is refused, and both stay as they are") {
    KilledFixture office;
    office.work_and_end(5);
    const std::string copy = office.folder.file("copy.db");
    fs::copy_file(office.store(), copy);
    SECTION("a backup that was made at work") {
        fs::remove(copy);
        {
            Database database(office.store(), office.random);
            write_backup(database, copy, office.folder.path().string(), [] { return false; });
        }
        office.work_and_die(20);
    }
    SECTION("a backup that was made by the plug-in that was killed") {
        fs::remove(copy);
        office.work_and_die(1, [&](Database& database) {
            write_backup(database, copy, office.folder.path().string(), [] { return false; });
            OutboxStore(database).commit(request({{.number = jo, .records = {employee(1)}}}), at(1s));
        });
    }
    SECTION("a copy from before it was opened") {
        office.work_and_die(20);
    }
    SECTION("a copy of a run before") {
        fs::remove(copy);
        office.work_and_die(10, [&](Database&) { fs::copy_file(office.store(), copy); });
        office.work_and_end(10);
        office.work_and_die(10);
    }
    SECTION("a store of another office") {
        KilledFixture other;
        other.work_and_end(3);
        fs::copy_file(other.store(), copy, fs::copy_options::overwrite_existing);
        office.work_and_die(20);
    }
    fs::rename(copy, office.store());
    const Snapshot before(office.folder.path());
    CHECK_THAT(refusal_of(office.store()),
               ContainsSubstring("The file " + office.log() + " is not the log of the store") &&
                   ContainsSubstring("left unchanged") &&
                   ContainsSubstring("move " + office.log() + " away"));
    CHECK(Snapshot(office.folder.path()) == before);
    fs::remove(office.log());  // as it says
    CHECK(refusal_of(office.store()).empty());
}

TEST_CASE("A log whose file is not there is left as it is") {
    KilledFixture office;
    office.work_and_die(5);
    fs::remove(office.store());
    if (GENERATE(true, false)) std::ofstream(office.store()) << "";
    const Snapshot before(office.folder.path());
    CHECK_THROWS_AS(Database(office.store(), office.random, StoreFile::may_be_new), StoreError);
    CHECK(Snapshot(office.folder.path()) == before);
}

TEST_CASE("A copy of the file alone that its log completes is the store as it was") {
    KilledFixture office;
    office.work_and_end(5);
    const std::string copy = office.folder.file("copy.db");
    office.work_and_die(10, [&](Database&) { fs::copy_file(office.store(), copy); });
    fs::rename(copy, office.store());
    Database database(office.store(), office.random);
    CHECK(office.texts_in(database) == 15);
}

TEST_CASE("A log that was deleted is noticed, and all that waits must be looked for") {
    KilledFixture office;
    office.work_and_end(5);
    const std::string copy = office.folder.file("copy.db");
    office.work_and_die(10, [&](Database&) { fs::copy_file(office.store(), copy); });
    std::string store = office.store();
    SECTION("after a kill") {
        fs::remove(office.log());
    }
    SECTION("and an empty one put there") {
        fs::resize_file(office.log(), 0);
    }
    SECTION("or overwritten") {
        std::ofstream(office.log(), std::ios::binary | std::ios::trunc) << std::string(10'000, 'x');
    }
    SECTION("since only the file was copied while it was open") {
        store = copy;
    }
    {
        Database database(store, office.random);
        CHECK(office.texts_in(database) == 5);
        CHECK(office.to_be_looked_for(database) == 5);
        REQUIRE(database.noticed().size() == 1);
        CHECK_THAT(database.noticed().front(), ContainsSubstring("The store " + store + " was not closed") &&
                                                   ContainsSubstring("looks for each"));
    }
    Database again(store, office.random);
    CHECK(again.noticed().empty());
    CHECK(office.to_be_looked_for(again) == 5);
}

TEST_CASE("A log that is damaged in the middle is noticed") {
    KilledFixture office;
    office.work_and_end(5);
    office.work_and_die(20);
    std::string bytes = bytes_of(office.log());
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(office.log(), std::ios::binary) << bytes;
    Database database(office.store(), office.random);
    CHECK(office.texts_in(database) < 25);
    CHECK(office.to_be_looked_for(database) == office.texts_in(database));
    CHECK(database.noticed().size() == 1);
}

TEST_CASE("A commit that was cut off by the power is none, and nothing is missing") {
    KilledFixture office;
    office.work_and_end(5);
    office.work_and_die(20);
    fs::resize_file(office.log(), fs::file_size(office.log()) - 100);
    Database database(office.store(), office.random);
    CHECK(office.texts_in(database) == 24);
    CHECK(database.noticed().empty());
}

TEST_CASE("Every file that is refused is left as it is, and its log too") {
    KilledFixture office;
    const std::string store = office.store();
    office.work_and_end(5);
    std::string words;
    SECTION("that of another program, which was killed") {
        fs::remove(store);
        office.run_sql_and_die({"PRAGMA journal_mode = WAL", "CREATE TABLE invoice (id INTEGER)",
                                "PRAGMA wal_checkpoint", "INSERT INTO invoice VALUES (1)"});
        REQUIRE(fs::file_size(office.log()) > 0);
        words = "another program";
    }
    SECTION("that of another program, closed") {
        fs::remove(store);
        run_sql(store, {"PRAGMA journal_mode = WAL", "CREATE TABLE invoice (id INTEGER)"});
        words = "another program";
    }
    SECTION("a newer one, which was killed") {
        office.work_and_die(2, [&](Database& database) {
            database.transaction([](Poco::Data::Session& session) {
                execute(session, "INSERT INTO schema_version (version) VALUES (99)");
            });
        });
        words = "has version 99";
    }
    SECTION("a damaged one, which was killed") {
        office.work_and_die(3);
        std::string bytes = bytes_of(store);
        bytes.replace(4096 * 3, 8192, std::string(8192, '\xff'));
        std::ofstream(store, std::ios::binary) << bytes;
        words = "is damaged";
    }
    SECTION("one that is not a database any more") {
        office.work_and_die(3);
        std::ofstream(store, std::ios::binary) << std::string(fs::file_size(store), 'x');
        words = "The ";
    }
    SECTION("an emptied one") {
        office.work_and_die(3);
        fs::resize_file(store, GENERATE(0U, 100U));
        words = "is empty";
    }
    SECTION("one beside which another program left how to undo what it did") {
        std::ofstream(store + "-journal", std::ios::binary)
            << "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + std::string(600, 'x');
        words = store + "-journal";
    }
    std::ofstream(store + "-shm", std::ios::binary) << std::string(32'768, 'x');
    const Snapshot before(office.folder.path());
    CHECK_THAT(refusal_of(store), ContainsSubstring(words));
    CHECK(Snapshot(office.folder.path()) == before);
}

TEST_CASE("A store of before there were tokens opens with its log") {
    KilledFixture office;
    office.work_and_end(5);
    run_sql(office.store(), {"PRAGMA user_version = 0", "PRAGMA application_id = 0"});
    office.run_sql_and_die({"UPDATE outgoing_text SET attempts = 7"});
    REQUIRE(fs::file_size(office.log()) > 0);
    Database database(office.store(), office.random);
    CHECK(database.noticed().empty());
    CHECK(OutboxStore(database).texts_of(RequestId{1}).at(0).attempts == 7);
}

#endif
