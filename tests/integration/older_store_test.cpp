// A store that is older than what was sent from it: somebody put a copy back, by hand.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "carrier/carrier_server.hpp"
#include "integration/program.hpp"
#include "unit/support/temp_folder.hpp"

namespace fs = std::filesystem;

using mock_host::CarrierControl;
using mock_host::CarrierServer;
using send_text::testing::TempFolder;

namespace {

/// 200 texts of which the carrier had taken some 160 when the host was killed; then the rest was sent.
struct SentInTwoRuns {
    SentInTwoRuns() {
        server.start();
        Program sending({MOCK_HOST, "run", scenario("send_200"), "--data", folder.file("data"), "--carrier",
                         server.base_url()},
                        folder.file("first.txt"));
        while (sending.is_running() && !server.wait_for_texts(160, std::chrono::milliseconds(50))) {
        }
        sending.kill();
        sending.wait();
        store = find("send_text.sqlite");
        for (const char* const part : {"", "-wal"}) {
            if (fs::exists(store.string() + part))
                fs::copy_file(store.string() + part, folder.file("copy") + part);
        }
        const Finished rest = go_on();
        INFO(rest.output);
        REQUIRE(rest.exit_code == 0);
    }

    Finished go_on() {
        return run_mock_host({"run", scenario("resume_after_kill"), "--data", folder.file("data"),
                              "--carrier", server.base_url(), "--verbose"},
                             folder.file("output.txt"));
    }

    /// As people do it: file over file.
    void put_copy_back() {
        for (const char* const part : {"", "-wal", "-shm"}) {
            fs::remove(store.string() + part);
            if (fs::exists(folder.file("copy") + part))
                fs::copy_file(folder.file("copy") + part, store.string() + part);
        }
    }

    fs::path find(const std::string& name) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder.file("data"))) {
            if (entry.path().filename() == name) return entry.path();
        }
        return {};
    }

    const TempFolder folder;
    CarrierServer server;
    fs::path store;
};

}  // namespace

TEST_CASE("a store that is older than what was sent is noticed, and nobody gets a text twice") {
    SentInTwoRuns office;
    office.put_copy_back();
    SECTION("by the file beside it and by the host's place for secrets") {}
    SECTION("by the host's place for secrets alone") {
        fs::remove(office.find("requests_begun.txt"));
    }
    const Finished again = office.go_on();
    INFO(again.output);
    CHECK(again.output.find("older than what was last sent") != std::string::npos);
    CHECK(again.exit_code == 0);
    const nlohmann::json handsets = CarrierControl(office.server.base_url()).all_handsets();
    CHECK(handsets.size() == 200);
    for (const nlohmann::json& handset : handsets)
        CHECK(handset.at("texts").size() == 1);

    const Finished once_more = office.go_on();
    CHECK(once_more.output.find("older than what was last sent") == std::string::npos);
}

TEST_CASE(
    "a store that is as new as what was sent is not taken for an older one, nor is one without a count") {
    SentInTwoRuns office;
    const std::vector<std::function<void()>> happenings = {
        [] {},  // another start
        [&office] { fs::remove(office.find("requests_begun.txt")); },
        [&office] { std::ofstream(office.find("requests_begun.txt")) << "nonsense"; },
    };
    for (const auto& happens : happenings) {
        happens();
        const Finished again = office.go_on();
        INFO(again.output);
        CHECK(again.exit_code == 0);
        CHECK(again.output.find("older than what was last sent") == std::string::npos);
    }
}
