// The plug-in's data folder is lost, with the store in it; the host's passwords are not.

#include <filesystem>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "mock_host/loader/worker_call.hpp"
#include "texting_fixture.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

constexpr const char* title = "A new store of texts was created";

struct Office : TextingFixture {
    fs::path data() const { return host->plugin_folder() / "data"; }

    void invalidate() {
        loaded.reset();
        start();
        wait_until_settled(*host, guard);
    }
};

}  // namespace

TEST_CASE("whoever administers is told once that a new store stands in the place of one that sent texts") {
    Office office;
    office.text("Can you work on Monday?");
    CHECK(office.notifications(0, title).empty());
    std::string backup;
    on_worker(*office.host, Office::guard, [&] { backup = office.plugin().back_up(""); });
    const fs::path kept = office.folder.path() / "kept.sqlite";
    fs::copy_file(backup, kept);

    office.loaded.reset();
    fs::remove_all(office.data());
    fs::create_directories(office.data());
    office.invalidate();
    REQUIRE(office.notifications(0, title).size() == 1);
    CHECK_THAT(office.notifications(0, title)[0], ContainsSubstring("1 request to carriers") &&
                                                      ContainsSubstring("opt-outs") &&
                                                      ContainsSubstring("Restore the newest backup"));
    office.invalidate();
    CHECK(office.notifications(0, title).size() == 1);

    SECTION("and the backup, put back, is as good as ever") {
        on_worker(*office.host, Office::guard, [&] { office.plugin().restore(kept.string()); });
        wait_until_settled(*office.host, Office::guard);
        office.text("And on Tuesday?");
        CHECK(office.texts_received() == 2);
        CHECK(office.notifications(0, title).size() == 1);
    }
}

TEST_CASE("nobody is told of a first store, also when it has not sent anything") {
    Office office;
    office.invalidate();
    office.text("Can you work on Monday?");
    office.invalidate();
    CHECK(office.notifications(0, title).empty());
}
