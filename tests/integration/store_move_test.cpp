// The store goes to another place while the plug-in is at work.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "full_disk.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "texting_fixture.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;

namespace {

using Problems = std::map<std::string, std::string>;

struct Office : TextingFixture {
    std::size_t texts_on_handset() { return carrier.all_handsets().at(0).at("texts").size(); }

    std::size_t messages() { return database->messages().of_record({RecordKind::employee, 5814}).size(); }

    std::string audit() {
        std::string file;
        on_worker(*host, guard, [&] { file = plugin().audit_file(STAFFING_AUDIT_FORMAT_CSV); });
        return file;
    }

    void invalidate() {
        loaded.reset();
        start();
    }

    /// All files of the plug-in's, and what is where the store is to go.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file()) names.push_back(entry.path().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    std::filesystem::path plugin_data() const { return host->plugin_folder() / "data"; }
    std::string elsewhere() const { return (folder.path() / "elsewhere.sqlite").string(); }
};

}  // namespace

TEST_CASE("the store moves with all that is in it, and work goes on there") {
    Office office;
    office.text("Can you work on Monday?");
    const std::size_t texts = office.texts_on_handset();
    REQUIRE(office.change({{"store_address", office.elsewhere()}, {"poll_interval_seconds", 20}}).empty());

    CHECK(std::filesystem::exists(office.elsewhere()));
    CHECK_FALSE(std::filesystem::exists(office.plugin_data() / "send_text.sqlite"));
    CHECK(office.plugin().settings().at("store_address") == office.elsewhere());
    CHECK(office.plugin().settings().at("poll_interval_seconds") == 20);
    CHECK_THAT(office.audit(), ContainsSubstring("store_address"));

    office.text("And on Tuesday?");
    CHECK(office.texts_on_handset() == texts + 1);

    office.loaded.reset();
    office.start();
    office.host->virtual_clock()->advance(25 * 3600 * 1000);
    wait_until_settled(*office.host, Office::guard);
    CHECK(office.messages() == 1);  // both texts, one conversation
    CHECK(office.texts_on_handset() == texts + 1);

    REQUIRE(office.change({{"store_address", ""}}).empty());
    CHECK_FALSE(std::filesystem::exists(office.elsewhere()));
    CHECK(office.plugin().settings().at("poll_interval_seconds") == 20);
}

TEST_CASE("a place that cannot be had is refused, and nothing else is changed") {
    Office office;
    const Problems problems =
        office.change({{"store_address", "/nowhere/texts.sqlite"}, {"poll_interval_seconds", 20}});
    CHECK_THAT(problems.at("store_address"), ContainsSubstring("There is no folder /nowhere"));
    CHECK(office.plugin().settings().at("store_address") == "");
    CHECK(office.plugin().settings().at("poll_interval_seconds") == 15);
    office.text("Can you work on Monday?");
    CHECK(office.texts_on_handset() == 1);
}

TEST_CASE("the store does not move under an open window, so that nothing typed is lost") {
    Office office;
    const std::uint64_t dialog = office.open_compose();
    office.host->dialogs().type(dialog, "body", "Half a sen");
    const Problems problems = office.change({{"store_address", office.elsewhere()}});
    CHECK_THAT(problems.at("store_address"), ContainsSubstring("Close the window"));
    CHECK(office.plugin().settings().at("store_address") == "");
    CHECK(office.host->dialogs().typed(dialog, "body") == "Half a sen");
    office.host->dialogs().press(dialog, "cancel");
    CHECK(office.change({{"store_address", office.elsewhere()}}).empty());
}

TEST_CASE("a move to a disk that becomes full leaves everything as it was, and all can be done at once") {
    Office office;
    office.text("Can you work on Monday?");
    office.invalidate();
    const auto before = office.files();
    const std::uintmax_t size = std::filesystem::file_size(office.plugin_data() / "send_text.sqlite");
    {
        const FullDisk disk(size / 2);
        const Problems problems = office.change({{"store_address", office.elsewhere()}});
        CHECK_THAT(problems.at("store_address"),
                   ContainsSubstring("could not be moved") && ContainsSubstring("It is where it was"));
        CHECK(office.plugin().settings().at("store_address") == "");
        CHECK_THAT(office.audit(), ContainsSubstring("could not be moved"));
    }
    CHECK(office.files() == before);
    CHECK(office.change({{"poll_interval_seconds", 20}}).empty());
    office.text("And on Tuesday?");
    CHECK(office.texts_on_handset() == 2);
    CHECK(office.change({{"store_address", office.elsewhere()}}).empty());
    CHECK(std::filesystem::exists(office.elsewhere()));
}

TEST_CASE("a move whose place cannot be noted leaves everything as it was, and all can be done at once") {
    Office office;
    const std::filesystem::path in_the_way = office.plugin_data() / "store_address.txt.new";
    std::filesystem::create_directory(in_the_way);
    CHECK_THAT(office.change({{"store_address", office.elsewhere()}}).at("store_address"),
               ContainsSubstring("could not be moved"));
    CHECK_FALSE(std::filesystem::exists(office.elsewhere()));
    CHECK(office.change({{"poll_interval_seconds", 20}}).empty());
    office.text("Can you work on Monday?");
    CHECK(office.texts_on_handset() == 1);
    std::filesystem::remove(in_the_way);
    CHECK(office.change({{"store_address", office.elsewhere()}}).empty());
}
