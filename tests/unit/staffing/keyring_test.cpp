// The keyring that is not there. The real one is in keyring_session_test.cpp.

#include "mock_host/staffing/keyring.hpp"

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "mock_host/staffing/staffing_database.hpp"
#include "temp_folder.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using mock_host::test::bytes_of;
using mock_host::test::TempFolder;
namespace fs = std::filesystem;

namespace {

/// A socket that takes connections, and never says a word.
class SilentBus {
  public:
    explicit SilentBus(const fs::path& path) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string text = path.string();
        REQUIRE(text.size() < sizeof(address.sun_path));
        std::copy(text.begin(), text.end(), address.sun_path);
        REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
        REQUIRE(::listen(socket_, 8) == 0);
    }
    ~SilentBus() { ::close(socket_); }
    SilentBus(const SilentBus&) = delete;
    SilentBus& operator=(const SilentBus&) = delete;

  private:
    const int socket_;
};

void set_bus(const fs::path& socket) {
    ::setenv("DBUS_SESSION_BUS_ADDRESS", ("unix:path=" + socket.string()).c_str(), 1);
}

}  // namespace

TEST_CASE("where there is no session bus, the key is in the file") {
    const TempFolder folder;
    set_bus(folder / "no-bus");
    const fs::path file = folder / "staffing.db";
    { StaffingDatabase(file, KeyPlace::automatic).credentials().put("zipwhip", "secret"); }
    CHECK(bytes_of(folder / "staffing.db.key").size() == 64);
    CHECK(StaffingDatabase(file, KeyPlace::automatic).credentials().get("zipwhip") == "secret");
    CHECK(StaffingDatabase(file).credentials().get("zipwhip") == "secret");
}

TEST_CASE("a lost key is told with both places that it may be in") {
    const TempFolder folder;
    set_bus(folder / "no-bus");
    const fs::path file = folder / "staffing.db";
    { StaffingDatabase(file, KeyPlace::automatic).credentials().put("zipwhip", "secret"); }
    fs::remove(folder / "staffing.db.key");
    StaffingDatabase database(file, KeyPlace::automatic);
    CHECK_THROWS_MATCHES(
        database.credentials().get("zipwhip"), StaffingError,
        MessageMatches(ContainsSubstring("missing") && ContainsSubstring("staffing.db.key or ") &&
                       ContainsSubstring("keyring") && ContainsSubstring("there is none to connect to")));
    CHECK_THROWS_AS(database.credentials().put("another", "x"), StaffingError);
    CHECK_FALSE(fs::exists(folder / "staffing.db.key"));
}

TEST_CASE("a bus that says nothing is not waited for") {
    const TempFolder folder;
    const SilentBus bus(folder / "bus");
    set_bus(folder / "bus");
    Keyring keyring(folder / "staffing.db", std::chrono::milliseconds(20));
    CHECK_THROWS_MATCHES(keyring.get(), StaffingError,
                         MessageMatches(ContainsSubstring("no answer in time")));
    CHECK_THROWS_MATCHES(keyring.put(SecretKey::random()), StaffingError,
                         MessageMatches(ContainsSubstring("no answer in time")));
}
