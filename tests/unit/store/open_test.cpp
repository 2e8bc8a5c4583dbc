// Which files a store opens, and with which words it refuses the others.

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>

#include "store/lock_holder.hpp"
#include "store/migrations.hpp"
#include "store/query.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;

namespace {

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

void run_sql(const std::string& path, const std::vector<std::string>& statements) {
    Poco::Data::Session session(
        Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(path, 0)));
    for (const std::string& sql : statements)
        execute(session, sql);
}

/// A store with some texts in it, closed.
std::string filled_store(const TempFolder& folder) {
    const std::string path = folder.file("texts.db");
    CountingRandom random;
    Database database(path, random);
    std::vector<OutgoingText> texts(500, {.number = jo, .records = {employee(1)}});
    OutboxStore(database).commit(request(texts), at(1s));
    return path;
}

}  // namespace

TEST_CASE("A new store is made, and keeps its identity and its texts") {
    const TempFolder folder;
    const std::string path = folder.file("t\xc3\xa9xts.db");
    CountingRandom random;
    std::string store_id;
    RequestId request_id{};
    {
        Database database(path, random);
        store_id = database.store_id();
        request_id =
            OutboxStore(database).commit(request({{.number = jo, .records = {employee(1)}}}), at(1s));
    }
    CHECK(store_id == "00000000000000010000000000000002");
    Database again(path, random);
    CHECK(again.store_id() == store_id);
    CHECK(OutboxStore(again).progress(request_id).waiting == 1);
}

TEST_CASE("A file that holds nothing is refused and left as it is, unless it is known to be new") {
    const TempFolder folder;
    const std::string path = folder.file("texts.db");
    const std::size_t size = GENERATE(0U, 1U, 100U, 511U);
    const std::string nothing(size, '\0');
    write(path, nothing);
    write(path + "-wal", "what was not yet in the file");
    CHECK_THAT(refusal_of(path), ContainsSubstring("The store " + path + " is empty") &&
                                     ContainsSubstring("backup") && ContainsSubstring("store_address.txt"));
    CHECK(bytes_of(path) == nothing);
    CHECK(bytes_of(path + "-wal") == "what was not yet in the file");
    if (size > 1) return;

    CountingRandom random;
    { const Database made(path, random, StoreFile::may_be_new); }
    CHECK(refusal_of(path).empty());
    CHECK(std::filesystem::file_size(path) > 0);
}

TEST_CASE("A store that was in its log, which is gone, is refused") {
    const TempFolder folder;
    const std::string path = folder.file("texts.db");
    run_sql(path, {"PRAGMA journal_mode = WAL"});
    REQUIRE(std::filesystem::file_size(path) >= 512);
    CHECK_THAT(refusal_of(path), ContainsSubstring("The store " + path + " is empty"));
}

TEST_CASE("Zeros are no store") {
    const TempFolder folder;
    const std::string path = folder.file("texts.db");
    write(path, std::string(8192, '\0'));
    CHECK_THAT(refusal_of(path), ContainsSubstring("The store " + path + " is damaged"));
}

TEST_CASE("What is committed is durable: WAL, synchronous FULL, foreign keys") {
    Store store;
    store.database->transaction([](Poco::Data::Session& session) {
        CHECK(select_integer(session, "PRAGMA synchronous") == 2);
        CHECK(select_integer(session, "PRAGMA foreign_keys") == 1);
        CHECK(select_first(session, "PRAGMA journal_mode", {}, [](Row& row) { return row.text(); }) == "wal");
    });
}

TEST_CASE("A second plug-in on the same store is refused, and may open it when the first is gone") {
    auto store = std::make_unique<Store>();
    CHECK_THAT(refusal_of(store->path), ContainsSubstring(store->path + " is in use by another Send Text. "
                                                                        "Close the other one"));
    CHECK(store->queue(jo, {employee(1)}, at(1s)).state == TextState::queued);  // the first is not disturbed
    store->database.reset();
    CHECK(refusal_of(store->path).empty());
}

TEST_CASE("Who has a store open is said, and it can be had when they have closed it") {
    const TempFolder folder;
    const std::string path = filled_store(folder);
    int is_locked[2];
    int may_end[2];
    REQUIRE(::pipe(is_locked) == 0);
    REQUIRE(::pipe(may_end) == 0);
    const pid_t other = ::fork();
    if (other == 0) {  // another process, which closes its connection when it ends
        Poco::Data::Session session(
            Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(path, 0)));
        execute(session, "BEGIN EXCLUSIVE");
        char byte = 'x';
        if (::write(is_locked[1], &byte, 1) != 1 || ::read(may_end[0], &byte, 1) != 1) ::_exit(1);
        ::_exit(0);
    }
    char byte = 'x';
    REQUIRE(::read(is_locked[0], &byte, 1) == 1);
    CountingRandom random;
    CHECK_THROWS_AS(Database(path, random), StoreUnavailable);
    const std::string refused = refusal_of(path);
    CHECK_THAT(refused, ContainsSubstring("The store " + path + " is in use by another Send Text"));
    if (lock_holder(path))  // not every file system tells
        CHECK_THAT(refused, ContainsSubstring(", process " + std::to_string(other) + "."));
    REQUIRE(::write(may_end[1], &byte, 1) == 1);
    int status = 1;
    REQUIRE(::waitpid(other, &status, 0) == other);
    CHECK(status == 0);
    CHECK(refusal_of(path).empty());
}

TEST_CASE("A place that cannot hold a store is refused in words") {
    const TempFolder folder;
    const std::string missing = folder.file("missing");
    CHECK_THAT(
        refusal_of(missing + "/texts.db"),
        ContainsSubstring("The folder " + missing + " of the store") && ContainsSubstring("not exist"));
    CHECK_FALSE(std::filesystem::exists(missing));
    CHECK_THAT(refusal_of(folder.path().string()), ContainsSubstring("is a folder"));
    CHECK_THAT(refusal_of(""), ContainsSubstring("no path"));
}

TEST_CASE("A store of a newer Send Text is refused, naming both versions, and left as it is") {
    const TempFolder folder;
    const std::string path = filled_store(folder);
    run_sql(path, {"INSERT INTO schema_version (version) VALUES (12)"});
    const std::string before = bytes_of(path);
    CHECK_THAT(refusal_of(path),
               ContainsSubstring(path + " has version 12") &&
                   ContainsSubstring("only version " + std::to_string(newest_schema_version()) + ".") &&
                   ContainsSubstring("Install"));
    CHECK(bytes_of(path) == before);
}

TEST_CASE("A database of another program is refused and left as it is") {
    const TempFolder folder;
    const std::string path = folder.file("other.db");
    run_sql(path, {"CREATE TABLE invoice (id INTEGER)", "INSERT INTO invoice VALUES (1)"});
    const std::string before = bytes_of(path);
    CHECK_THAT(refusal_of(path), ContainsSubstring(path + " is a database of another program"));
    CHECK(bytes_of(path) == before);

    run_sql(path, {"CREATE TABLE schema_version (number INTEGER)"});  // others number their schemas too
    CHECK_THAT(refusal_of(path), ContainsSubstring("another program"));
}

TEST_CASE("A file that is no database is refused and left as it is") {
    const TempFolder folder;
    const std::string path = folder.file("letter.txt");
    const std::string letter(5000, 'x');
    write(path, letter);
    CHECK_THAT(refusal_of(path),
               ContainsSubstring("The store " + path + " is damaged") && ContainsSubstring("backup"));
    CHECK(bytes_of(path) == letter);
}

TEST_CASE("A damaged store is refused and left as it is") {
    const TempFolder folder;
    const std::string path = filled_store(folder);
    std::string bytes = bytes_of(path);
    SECTION("overwritten in the middle") {
        bytes.replace(bytes.size() / 2 / 4096 * 4096, 8192, std::string(8192, '\xff'));
    }
    SECTION("overwritten where only a text would be read") {
        bytes.replace(bytes.size() - 4096, 4096, std::string(4096, '\xff'));
    }
    SECTION("cut off") {
        bytes.resize(bytes.size() / 2 / 4096 * 4096);
    }
    write(path, bytes);
    CHECK_THAT(refusal_of(path), ContainsSubstring("The store " + path + " is damaged"));
    CHECK(bytes_of(path) == bytes);
}

TEST_CASE("Work that throws leaves nothing behind") {
    Store store;
    const auto add_and_fail = [&](Poco::Data::Session& session) {
        execute(session, "INSERT INTO setting (name, value, changed_by, changed_ms) VALUES ('a', '1', 7, 1)");
        throw std::runtime_error("half way");
    };
    CHECK_THROWS_AS(store.database->transaction(add_and_fail), std::runtime_error);
    CHECK(store.settings.load().empty());
    store.settings.save({{"a", "2"}}, {}, 7, at(1s));  // and the next one works
    CHECK(store.settings.load().at("a") == "2");
}

TEST_CASE("SQL errors come out as StoreError with the file") {
    Store store;
    try {
        store.database->transaction(
            [](Poco::Data::Session& session) { execute(session, "SELECT nonsense"); });
        FAIL("no exception");
    } catch (const StoreError& error) {
        CHECK_THAT(error.what(), ContainsSubstring(store.path));
    }
}
