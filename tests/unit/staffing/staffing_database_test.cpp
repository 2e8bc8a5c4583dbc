#include "mock_host/staffing/staffing_database.hpp"

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <set>
#include <thread>

#include "unit/support/temp_folder.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using send_text::testing::bytes_of;
using send_text::testing::TempFolder;

namespace {

constexpr RecordKey dominic{RecordKind::employee, 5814};

void run_sql(const std::filesystem::path& file, const std::string& statement) {
    Poco::Data::Session session(
        Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(file.string())));
    session << statement, Poco::Data::Keywords::now;
}

void check_refused(const std::filesystem::path& file, const std::string& words) {
    CHECK_THROWS_MATCHES(StaffingDatabase(file), StaffingError, MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("what is written is there at the next start, and nobody is filled in twice") {
    const TempFolder folder;
    {
        StaffingDatabase database(folder / "staffing.db");
        database.messages().add({"key", "Text", "Hello", 1, {dominic}, 1});
        database.records().remove({RecordKind::employee, 5450});
    }
    StaffingDatabase database(folder / "staffing.db");
    CHECK(database.messages().of_record(dominic).size() == 1);
    CHECK(database.messages().add({"key", "Text", "Hello", 1, {dominic}, 1}).already_there);
    CHECK(database.records().search({}).total == 319);
}

TEST_CASE("an empty file is a new database") {
    const TempFolder folder;
    std::ofstream(folder / "staffing.db").flush();
    CHECK(StaffingDatabase(folder / "staffing.db").records().search({}).total == 320);
}

TEST_CASE("a missing folder is told, and not made") {
    const TempFolder folder;
    check_refused(folder / "missing/staffing.db", "does not exist");
    CHECK_FALSE(std::filesystem::exists(folder / "missing"));
}

TEST_CASE("a folder in the file's place is told") {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "staffing.db");
    check_refused(folder / "staffing.db", "cannot be opened");
}

TEST_CASE("a damaged file is told and left as it is") {
    const TempFolder folder;
    const auto file = folder / "staffing.db";
    SECTION("no database at all") {
        std::ofstream(file) << std::string(5000, 'x');
    }
    SECTION("pages overwritten") {
        { StaffingDatabase database(file); }
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(4096);
        stream << std::string(40000, '\xA5');
    }
    SECTION("cut short") {
        { StaffingDatabase database(file); }
        std::filesystem::resize_file(file, 30000);
    }
    const std::string before = bytes_of(file);
    check_refused(file, "damaged");
    CHECK(bytes_of(file) == before);
}

TEST_CASE("a newer schema is refused with both versions") {
    const TempFolder folder;
    { StaffingDatabase database(folder / "staffing.db"); }
    run_sql(folder / "staffing.db", "PRAGMA user_version = 7");
    check_refused(folder / "staffing.db", "has schema 7, and this mock host knows schema 1");
}

TEST_CASE("some other database is not taken over") {
    const TempFolder folder;
    run_sql(folder / "other.db", "CREATE TABLE tune (title TEXT)");
    const std::string before = bytes_of(folder / "other.db");
    check_refused(folder / "other.db", "not of staffing data");
    CHECK(bytes_of(folder / "other.db") == before);
}

TEST_CASE("many threads use one database") {
    const TempFolder folder;
    StaffingDatabase database(folder / "staffing.db");
    constexpr int rounds = 20;
    std::vector<std::vector<std::int64_t>> ids_seen(4);
    std::vector<std::thread> threads;
    for (std::size_t worker = 0; worker < ids_seen.size(); ++worker) {
        threads.emplace_back([&, worker] {
            for (int round = 0; round < rounds; ++round) {
                const std::string key = "conversation " + std::to_string(round);
                ids_seen[worker].push_back(
                    database.messages().add({key, "Text", "Hi", 1, {dominic}, round}).id);
                database.records().find_by_phone("+16514287716");
                database.credentials().put("key " + std::to_string(worker), key);
                database.hotlists().rows(1);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();

    for (const auto& ids : ids_seen)
        CHECK(ids == ids_seen[0]);
    CHECK(std::set(ids_seen[0].begin(), ids_seen[0].end()).size() == rounds);
    CHECK(database.messages().of_record(dominic).size() == rounds);
    CHECK(database.credentials().get("key 3") == "conversation 19");
}
