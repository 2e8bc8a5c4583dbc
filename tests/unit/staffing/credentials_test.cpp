#include "mock_host/staffing/credentials.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/staffing/wipe.hpp"
#include "unit/support/temp_folder.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using send_text::testing::bytes_of;
using send_text::testing::TempFolder;

using namespace std::string_literals;
namespace fs = std::filesystem;

TEST_CASE("credentials are kept by name and read again by the next start") {
    const TempFolder folder;
    const fs::path file = folder / "staffing.db";
    {
        StaffingDatabase database(file);
        CHECK_FALSE(fs::exists(folder / "staffing.db.key"));
        database.credentials().put("zipwhip/branch/1", "first");
        database.credentials().put("zipwhip/branch/1", "p\0ss \xF0\x9F\x98\x8A"s);
        database.credentials().put("empty", "");
    }
    StaffingDatabase database(file);
    CHECK(database.credentials().names() == std::vector<std::string>{"empty", "zipwhip/branch/1"});
    CHECK(database.credentials().get("zipwhip/branch/1") == "p\0ss \xF0\x9F\x98\x8A"s);
    CHECK(database.credentials().get("empty") == "");
    CHECK_FALSE(database.credentials().get("other").has_value());
    CHECK(database.credentials().remove("empty"));
    CHECK_FALSE(database.credentials().remove("empty"));
    CHECK_THROWS_AS(database.credentials().put("", "x"), InvalidInput);
}

TEST_CASE("no file holds a secret in plain") {
    const TempFolder folder;
    const std::string secret = "correct-horse-battery-staple";
    StaffingDatabase database(folder / "staffing.db");
    database.credentials().put("plainly-named", secret);
    bool name_seen = false;
    const auto look = [&] {
        for (const auto& entry : fs::directory_iterator(folder.path())) {
            const std::string bytes = bytes_of(entry.path());
            CHECK(bytes.find(secret) == std::string::npos);
            name_seen = name_seen || bytes.find("plainly-named") != std::string::npos;
        }
    };
    look();
    CHECK(name_seen);  // so the search did look where the credential is
    CHECK(fs::status(folder / "staffing.db.key").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("what is removed or replaced is in no file any more, not even encrypted") {
    const TempFolder folder;
    const fs::path file = folder / "staffing.db";
    StaffingDatabase database(file);
    const auto sealed = [&] {
        std::string text;
        Connection(file.string()).read([&](Session& session) {
            session << "SELECT sealed_secret FROM credential WHERE name = 'zipwhip'", sql::into(text),
                sql::now;
        });
        return text;
    };
    const auto is_in_a_file = [&](const std::string& text) {
        const fs::directory_iterator files(folder.path());
        return std::any_of(begin(files), end(files), [&](const fs::directory_entry& entry) {
            return bytes_of(entry.path()).find(text) != std::string::npos;
        });
    };
    database.credentials().put("other", "stays");
    database.credentials().put("zipwhip", std::string(10000, 'a'));  // more than a page
    const std::string first = sealed();
    REQUIRE(is_in_a_file(first.substr(0, 32)));
    REQUIRE(is_in_a_file(first.substr(first.size() - 32)));

    database.credentials().put("zipwhip", "shorter");
    const std::string second = sealed();
    CHECK_FALSE(is_in_a_file(first.substr(0, 32)));
    CHECK_FALSE(is_in_a_file(first.substr(first.size() - 32)));
    REQUIRE(is_in_a_file(second));

    CHECK(database.credentials().remove("zipwhip"));
    CHECK_FALSE(is_in_a_file(second.substr(0, 32)));
    CHECK_FALSE(is_in_a_file(second.substr(second.size() - 32)));
    CHECK(database.credentials().get("other") == "stays");
}

TEST_CASE("a wiped string leaves nothing in its memory") {
    std::string text = "a secret that is too long to stand in the string itself";
    text.resize(10);
    const char* const memory = text.data();
    const std::size_t size = text.capacity();
    { const WipeAtEnd wiped(text); }
    CHECK(text.empty());
    REQUIRE(text.data() == memory);
    CHECK(std::all_of(memory, memory + size, [](char byte) { return byte == '\0'; }));
}

TEST_CASE("every database has a key of its own") {
    const TempFolder folder;
    const fs::path file = folder / "staffing.db";
    { StaffingDatabase(file).credentials().put("a", "same secret"); }
    const std::string key = bytes_of(folder / "staffing.db.key");
    { StaffingDatabase(folder / "other.db").credentials().put("a", "same secret"); }
    CHECK(key.size() == 64);
    CHECK(key != bytes_of(folder / "other.db.key"));
}

TEST_CASE("a lost, foreign or broken key is told in words, and never replaced in silence") {
    const TempFolder folder;
    const fs::path file = folder / "staffing.db";
    const fs::path key = folder / "staffing.db.key";
    { StaffingDatabase(file).credentials().put("zipwhip", "secret"); }

    SECTION("lost") {
        fs::remove(key);
        StaffingDatabase database(file);
        CHECK_THROWS_MATCHES(database.credentials().get("zipwhip"), StaffingError,
                             MessageMatches(ContainsSubstring("missing") && ContainsSubstring(key.string())));
        CHECK_THROWS_AS(database.credentials().put("another", "x"), StaffingError);
        CHECK_FALSE(fs::exists(key));
        CHECK(database.credentials().remove("zipwhip"));
        database.credentials().put("zipwhip", "entered again");
        CHECK(database.credentials().get("zipwhip") == "entered again");
    }
    SECTION("foreign") {
        { StaffingDatabase(folder / "other.db").credentials().put("x", "y"); }
        fs::copy_file(folder / "other.db.key", key, fs::copy_options::overwrite_existing);
        StaffingDatabase database(file);
        CHECK_THROWS_MATCHES(database.credentials().get("zipwhip"), StaffingError,
                             MessageMatches(ContainsSubstring("cannot be decrypted")));
    }
    SECTION("broken") {
        std::ofstream(key) << "not a key";
        StaffingDatabase database(file);
        CHECK_THROWS_MATCHES(database.credentials().get("zipwhip"), StaffingError,
                             MessageMatches(ContainsSubstring("contains no key")));
    }
}
