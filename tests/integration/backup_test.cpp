// A backup is made and put back while the plug-in is at work.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "mock_host/loader/worker_call.hpp"
#include "texting_fixture.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

struct Office : TextingFixture {
    std::string back_up() {
        std::string path;
        on_worker(*host, guard, [&] { path = plugin().back_up(""); });
        return path;
    }

    /// Why it was not put back; empty: it was.
    std::string restore_refusal(const std::string& path) {
        std::string words;
        on_worker(*host, guard, [&] {
            try {
                plugin().restore(path);
            } catch (const std::exception& error) {
                words = error.what();
            }
        });
        wait_until_settled(*host, guard);
        return words;
    }

    std::string audit() {
        std::string file;
        on_worker(*host, guard, [&] { file = plugin().audit_file(STAFFING_AUDIT_FORMAT_CSV); });
        return file;
    }

    std::size_t texts_on_handset() { return carrier.all_handsets().at(0).at("texts").size(); }

    fs::path plugin_data() const { return host->plugin_folder() / "data"; }

    std::vector<std::string> stores() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(plugin_data()))
            if (entry.path().extension() == ".sqlite") names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }
};

}  // namespace

TEST_CASE("a backup is put back, the store is kept beside it, and work goes on without a text sent twice") {
    Office office;
    office.text("Can you work on Monday?");
    const std::string backup = office.back_up();
    REQUIRE(fs::exists(backup));
    office.text("And on Tuesday?");
    REQUIRE(office.change({{"poll_interval_seconds", 20}}).empty());
    const std::size_t texts = office.texts_on_handset();

    CHECK(office.restore_refusal(backup) == "");
    CHECK(office.plugin().settings().at("poll_interval_seconds") == 15);
    const auto stores = office.stores();
    REQUIRE(stores.size() == 2);
    CHECK_THAT(stores[0], ContainsSubstring("send_text-before-restore-"));
    CHECK_THAT(office.audit(), ContainsSubstring("store.restore") && ContainsSubstring(backup));
    CHECK(fs::exists(backup));

    const auto notifications = office.notifications(0, "The store of Send Text");
    REQUIRE(notifications.size() == 1);
    CHECK_THAT(notifications[0], ContainsSubstring("is a restored backup"));
    CHECK(office.notifications(0, "An older store of texts is in use").empty());

    office.text("And on Wednesday?");
    CHECK(office.texts_on_handset() == texts + 1);
    office.loaded.reset();
    office.start();
    CHECK(office.texts_on_handset() == texts + 1);
}

TEST_CASE("what is no backup is refused, and everything goes on as before") {
    Office office;
    const std::string backup = office.back_up();
    fs::resize_file(backup, 5000);
    CHECK_THAT(office.restore_refusal(backup),
               ContainsSubstring(backup + " was not restored") && ContainsSubstring("as it was"));
    CHECK(office.stores() == std::vector<std::string>{"send_text.sqlite"});
    CHECK_THAT(office.audit(), ContainsSubstring("store.restore") && ContainsSubstring("refused"));
    office.text("Can you work on Monday?");
    CHECK(office.texts_on_handset() == 1);
}

TEST_CASE("no backup is put back under an open window, so that nothing typed is lost") {
    Office office;
    const std::string backup = office.back_up();
    const std::uint64_t dialog = office.open_compose();
    office.host->dialogs().type(dialog, "body", "Half a sen");
    CHECK_THAT(office.restore_refusal(backup), ContainsSubstring("Close the window"));
    CHECK(office.host->dialogs().typed(dialog, "body") == "Half a sen");
    CHECK(office.stores() == std::vector<std::string>{"send_text.sqlite"});
    office.host->dialogs().press(dialog, "cancel");
    CHECK(office.restore_refusal(backup) == "");
}
