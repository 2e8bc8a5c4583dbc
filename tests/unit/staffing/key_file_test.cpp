#include "mock_host/staffing/key_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "mock_host/staffing/errors.hpp"
#include "unit/support/temp_folder.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using send_text::testing::bytes_of;
using send_text::testing::TempFolder;
using namespace std::string_literals;
namespace fs = std::filesystem;

TEST_CASE("a key file gives back the key that was put, to its owner only") {
    const TempFolder folder;
    const fs::path file = folder / "key";
    const mode_t before = ::umask(0);
    const SecretKey key = SecretKey::random();
    CHECK_FALSE(KeyFile(file).get().has_value());
    KeyFile(file).put(key);
    ::umask(before);
    CHECK(KeyFile(file).get()->hex() == key.hex());
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a key file may end its line, and holds nothing but one key") {
    const TempFolder folder;
    const fs::path file = folder / "key";
    const std::string hex = SecretKey::random().hex();
    const auto hold = [&](const std::string& text) {
        std::ofstream(file) << text;
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    };
    hold(hex + "\n");
    CHECK(KeyFile(file).get()->hex() == hex);
    for (const std::string& text : {""s, hex.substr(2), hex + "00", hex + "\n\n", "zz" + hex.substr(2)}) {
        CAPTURE(text);
        hold(text);
        CHECK_THROWS_MATCHES(KeyFile(file).get(), StaffingError,
                             MessageMatches(ContainsSubstring("contains no key")));
    }
}

TEST_CASE("a key file that others may read or write is refused") {
    const TempFolder folder;
    const fs::path file = folder / "key";
    KeyFile(file).put(SecretKey::random());
    const fs::perms too_much = GENERATE(fs::perms::group_read, fs::perms::others_read, fs::perms::group_write,
                                        fs::perms::others_write);
    fs::permissions(file, too_much, fs::perm_options::add);
    CHECK_THROWS_MATCHES(
        KeyFile(file).get(), StaffingError,
        MessageMatches(ContainsSubstring("by other users") && ContainsSubstring(file.string())));
    fs::permissions(file, too_much, fs::perm_options::remove);
    CHECK(KeyFile(file).get().has_value());
}

TEST_CASE("a key file of another user is refused") {
    if (::geteuid() != 0) SKIP("only root can give a file to somebody else");
    const TempFolder folder;
    const fs::path file = folder / "key";
    KeyFile(file).put(SecretKey::random());
    REQUIRE(::chown(file.c_str(), 65534, 65534) == 0);
    CHECK_THROWS_MATCHES(KeyFile(file).get(), StaffingError,
                         MessageMatches(ContainsSubstring("belongs to another user")));
}

TEST_CASE("no key file replaces one, or is left half written") {
    const TempFolder folder;
    const fs::path file = folder / "key";
    const SecretKey key = SecretKey::random();
    KeyFile(file).put(key);
    CHECK_THROWS_AS(KeyFile(file).put(SecretKey::random()), StaffingError);
    CHECK(bytes_of(file) == key.hex());
    CHECK_THROWS_MATCHES(KeyFile(folder / "missing/key").put(key), StaffingError,
                         MessageMatches(ContainsSubstring("could not be written")));
    fs::create_directory(folder / "folder");
    CHECK_THROWS_MATCHES(KeyFile(folder / "folder").get(), StaffingError,
                         MessageMatches(ContainsSubstring("is not a file")));
}
