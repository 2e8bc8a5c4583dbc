// Damage that nothing would notice: an index that does not agree with its table.
#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <thread>

#include "child.hpp"
#include "store/query.hpp"
#include "store/store_check.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

bool never() {
    return false;
}

struct DamagedStore {
    std::string path() const { return folder.file("texts.db"); }

    /// A store with so many texts queued, closed; or with the plug-in killed.
    void fill(int requests, const std::string& body = "Hello", bool is_killed = false) {
        const auto work = [&] {
            auto database = std::make_unique<Database>(path(), random);
            const std::vector<OutgoingText> texts(100, {.number = jo, .records = {employee(1)}});
            for (int i = 0; i < requests; ++i)
                OutboxStore(*database).commit(request(texts, body), at(1s));
            return database;
        };
        if (!is_killed) return void(work());
        std::unique_ptr<Database> database;
        const Child killed([&] {
            database = work();
            return std::string("done");
        });
        REQUIRE(killed.said == "done");
    }

    /// Changes one bit in each page of an index whose leaves hold a line's text.
    void flip_bit_in_index(const std::string& index) {
        std::int64_t page = 0;
        {
            Poco::Data::Session session(
                Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(path(), 0)));
            page = *select_integer(session, "SELECT rootpage FROM sqlite_master WHERE name = ?", {index});
        }
        std::string bytes = bytes_of(path());
        // An index of one page is its leaf; of a larger one, the leaf that its root names first.
        auto at = static_cast<std::size_t>(page - 1) * 4096;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
        while (byte(at) == 0x02) {
            const std::size_t cell = at + (std::size_t{byte(at + 12)} << 8U | byte(at + 13));
            const std::size_t child = std::size_t{byte(cell)} << 24U | std::size_t{byte(cell + 1)} << 16U |
                                      std::size_t{byte(cell + 2)} << 8U | byte(cell + 3);
            at = (child - 1) * 4096;
        }
        REQUIRE(byte(at) == 0x0a);
        const std::size_t found = bytes.find(line.str(), at);
        REQUIRE(found < at + 4096);
        bytes[found + 5] ^= 2;
        std::ofstream(path(), std::ios::binary) << bytes;
    }

    static std::int64_t found_by_index(Database& database) {
        return in_transaction(database, [](Poco::Data::Session& session) {
            return *select_integer(session,
                                   "SELECT count(*) FROM outgoing_text INDEXED BY text_by_due_time "
                                   "WHERE state = 2 AND line = ?",
                                   {line});
        });
    }

    TempFolder folder;
    CountingRandom random;
};

}  // namespace

TEST_CASE("An index of a small store that does not agree with its table is were rebuilt when it is opened") {
    DamagedStore store;
    store.fill(1);
    store.flip_bit_in_index("text_by_due_time");
    Database database(store.path(), store.random);
    CHECK(DamagedStore::found_by_index(database) == 100);
    REQUIRE(database.noticed().size() == 1);
    CHECK_THAT(database.noticed().front(),
               ContainsSubstring("text_by_due_time") && ContainsSubstring("were rebuilt"));
    CHECK_FALSE(database.must_be_checked());
}

TEST_CASE("An index of a large store is held against its table after a kill, while others work") {
    DamagedStore store;
    store.fill(8, std::string(2'000'000, 'x'));
    store.flip_bit_in_index("text_by_due_time");
    store.fill(1, "Hello", true);
    Database database(store.path(), store.random);
    REQUIRE(database.must_be_checked());
    CHECK(database.noticed().empty());
    const std::int64_t texts = 900;
    CHECK(DamagedStore::found_by_index(database) < texts);

    std::thread sender;
    const std::optional<std::string> found = check_store(database, at(5s), [&] {
        if (!sender.joinable()) sender = std::thread([&] { OutboxStore(database).claim(line, at(2s)); });
        return false;
    });
    sender.join();
    CHECK_THAT(found.value(), ContainsSubstring("text_by_due_time") && ContainsSubstring("were rebuilt"));
    CHECK(DamagedStore::found_by_index(database) == texts - 1);
    CHECK(check_store(database, at(5s), never) == std::nullopt);
}

TEST_CASE("A large store that was closed before it was checked must be checked still") {
    DamagedStore store;
    store.fill(8, std::string(2'000'000, 'x'));
    { CHECK_FALSE(Database(store.path(), store.random).must_be_checked()); }
    store.fill(1, "Hello", true);
    {
        Database database(store.path(), store.random);
        REQUIRE(database.must_be_checked());
        CHECK(check_store(database, at(5s), [] { return true; }) == std::nullopt);
    }
    {
        Database database(store.path(), store.random);
        REQUIRE(database.must_be_checked());
        CHECK(check_store(database, at(5s), never) == std::nullopt);
    }
    CHECK_FALSE(Database(store.path(), store.random).must_be_checked());
}

TEST_CASE("A store is checked a week after it was last, and at once when that is not known") {
    DamagedStore store;
    {
        Database database(store.path(), store.random);
        CHECK(database.is_checked());
        CHECK(next_check_at(database, at(5s)) == at(5s));
        CHECK(check_store(database, at(5s), never) == std::nullopt);
    }
    Database database(store.path(), store.random);
    CHECK(next_check_at(database, at(6s)) == at(5s) + std::chrono::days(7));
    CHECK(next_check_at(database, at(4s)) == at(4s));  // the clock was set back
}

TEST_CASE("An index of a large store that was closed is were rebuilt by the check of the week") {
    DamagedStore store;
    store.fill(8, std::string(2'000'000, 'x'));
    store.flip_bit_in_index("text_by_due_time");
    Database database(store.path(), store.random);
    CHECK_FALSE(database.must_be_checked());
    CHECK_FALSE(database.is_checked());
    CHECK_THAT(check_store(database, at(5s), never).value(), ContainsSubstring("were rebuilt"));
    CHECK(DamagedStore::found_by_index(database) == 800);
}

TEST_CASE("Damage that making the indexes anew does not mend is said") {
    DamagedStore store;
    store.fill(8, std::string(2'000'000, 'x'));
    {
        Database database(store.path(), store.random);
        database.transaction([](Poco::Data::Session& session) {
            execute(session, "PRAGMA writable_schema = ON");
            execute(session,
                    "UPDATE sqlite_master SET sql = replace(sql, 'CREATE INDEX', 'CREATE UNIQUE INDEX') "
                    "WHERE name = 'text_by_record'");  // in which there are rows that are alike
            execute(session, "PRAGMA writable_schema = OFF");
        });
    }
    store.fill(0, "", true);
    Database database(store.path(), store.random);
    REQUIRE(database.must_be_checked());
    CHECK_THAT(check_store(database, at(5s), never).value(),
               ContainsSubstring("is damaged") && ContainsSubstring("backup"));
    CHECK(database.must_be_checked());
}
