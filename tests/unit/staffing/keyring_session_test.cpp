// The operating system's keyring. These tests are hidden: the script in_keyring_session runs them, in this
// order, in private sessions that share a home folder, so that nobody's own keyring is touched.

#include <stdlib.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "mock_host/staffing/keyring.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "temp_folder.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using mock_host::test::bytes_of;
namespace fs = std::filesystem;

namespace {

fs::path in_home(const std::string& name) {
    const char* const home = ::getenv("KEYRING_TEST_HOME");
    REQUIRE(home != nullptr);
    return fs::path(home) / name;
}

}  // namespace

TEST_CASE("a database that lasts keeps its key in the keyring", "[.][unlocked-keyring]") {
    const fs::path file = in_home("staffing.db");
    CHECK_FALSE(Keyring(file).get().has_value());
    { StaffingDatabase(file, KeyPlace::automatic).credentials().put("zipwhip", "secret"); }
    CHECK_FALSE(fs::exists(in_home("staffing.db.key")));
    CHECK(StaffingDatabase(file, KeyPlace::automatic).credentials().get("zipwhip") == "secret");
    CHECK(Keyring(file).get().has_value());
}

TEST_CASE("two databases do not share a key in the keyring", "[.][unlocked-keyring]") {
    const fs::path other = in_home("other.db");
    CHECK_FALSE(Keyring(other).get().has_value());
    { StaffingDatabase(other, KeyPlace::automatic).credentials().put("zipwhip", "secret"); }
    CHECK(Keyring(other).get()->hex() != Keyring(in_home("staffing.db")).get()->hex());
}

TEST_CASE("a key is put and read again as it was", "[.][unlocked-keyring]") {
    const SecretKey key = SecretKey::random();
    Keyring(in_home("alone.db")).put(key);
    CHECK(Keyring(in_home("alone.db")).get()->hex() == key.hex());
    CHECK(Keyring(in_home(".") / "alone.db").get()->hex() == key.hex());
}

TEST_CASE("a database with its key in a file stays with it", "[.][unlocked-keyring]") {
    const fs::path file = in_home("filed.db");
    { StaffingDatabase(file, KeyPlace::file).credentials().put("zipwhip", "secret"); }
    {
        StaffingDatabase database(file, KeyPlace::automatic);
        CHECK(database.credentials().get("zipwhip") == "secret");
        database.credentials().put("twilio", "another");
    }
    CHECK_FALSE(Keyring(file).get().has_value());
    CHECK(StaffingDatabase(file, KeyPlace::file).credentials().get("twilio") == "another");
}

TEST_CASE("a database with its key in the keyring is given no second one in a file",
          "[.][unlocked-keyring]") {
    const fs::path file = in_home("staffing.db");
    StaffingDatabase database(file, KeyPlace::file);
    CHECK_THROWS_AS(database.credentials().get("zipwhip"), StaffingError);
    CHECK_THROWS_AS(database.credentials().put("another", "x"), StaffingError);
    CHECK_FALSE(fs::exists(in_home("staffing.db.key")));
}

TEST_CASE("a locked keyring is said, and nothing is stored under another key", "[.][locked-keyring]") {
    const fs::path file = in_home("staffing.db");
    CHECK_THROWS_MATCHES(Keyring(file).get(), StaffingError, MessageMatches(ContainsSubstring("is locked")));
    StaffingDatabase database(file, KeyPlace::automatic);
    CHECK_THROWS_MATCHES(database.credentials().get("zipwhip"), StaffingError,
                         MessageMatches(ContainsSubstring("is locked")));
    CHECK_THROWS_AS(database.credentials().put("zipwhip", "new"), StaffingError);
    CHECK_FALSE(fs::exists(in_home("staffing.db.key")));
}

TEST_CASE("while the keyring is locked, a new database keeps its key in the file", "[.][locked-keyring]") {
    const fs::path file = in_home("new.db");
    { StaffingDatabase(file, KeyPlace::automatic).credentials().put("zipwhip", "secret"); }
    CHECK(bytes_of(in_home("new.db.key")).size() == 64);
    CHECK(StaffingDatabase(file, KeyPlace::automatic).credentials().get("zipwhip") == "secret");
}

TEST_CASE("a keyring that is unlocked again gives the key again", "[.][unlocked-again-keyring]") {
    StaffingDatabase database(in_home("staffing.db"), KeyPlace::automatic);
    CHECK(database.credentials().get("zipwhip") == "secret");
}
