#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "integration/program.hpp"
#include "mock_host/staffing/connection.hpp"
#include "unit/support/temp_folder.hpp"

using send_text::testing::bytes_of;
using send_text::testing::TempFolder;

namespace {

/// The plug-in's store below a mock host's data folder.
std::filesystem::path store_in(const std::string& data) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data)) {
        if (entry.path().filename() == "send_text.sqlite") return entry.path();
    }
    throw std::runtime_error("no store below " + data);
}

/// A mock host that has run once, so that there is a store in its data folder.
struct UsedHost {
    UsedHost() { REQUIRE(play().exit_code == 0); }

    Finished play() const {
        return run_mock_host({"run", scenario("employee_record"), "--data", data}, folder.file("output.txt"));
    }

    const TempFolder folder;
    const std::string data = folder.file("data");
};

}  // namespace

TEST_CASE("a damaged store is named and left as it is, and the host ends in order") {
    const UsedHost host;
    const std::filesystem::path store = store_in(host.data);
    const std::string damaged = "This was a database once. " + std::string(5000, 'x');
    std::ofstream(store, std::ios::binary | std::ios::trunc) << damaged;
    std::filesystem::remove(store.string() + "-wal");

    const Finished refused = host.play();
    INFO(refused.output);
    CHECK(refused.exit_code == 1);
    CHECK(refused.output.find("send_text.sqlite") != std::string::npos);
    CHECK(bytes_of(store) == damaged);
}

TEST_CASE("a second plug-in on the same store is refused in words") {
    const TempFolder folder;
    const std::string data = folder.file("data");
    REQUIRE(run_mock_host({"run", scenario("employee_record"), "--data", data}, folder.file("first.txt"))
                .exit_code == 0);

    // The first waits in real time, until the test kills it.
    const std::string patient = folder.file("patient.json");
    std::ofstream(patient) << R"({"name": "waits", "user": "aswanson", "steps": [{"advance": "1m"}]})";
    Program first({MOCK_HOST, "run", patient, "--data", data, "--real-time"}, folder.file("patient.txt"));
    while (first.is_running() && first.output().find("Time passes") == std::string::npos)
        std::this_thread::yield();
    REQUIRE(first.is_running());
    const Finished second =
        run_mock_host({"run", scenario("employee_record"), "--data", data}, folder.file("second.txt"));
    INFO(second.output);
    CHECK(second.exit_code == 1);
    CHECK(second.output.find("in use by another Send Text") != std::string::npos);
}

TEST_CASE(
    "a store that another program has open at the start is waited for, and the work goes on by itself") {
    const TempFolder folder;
    const std::string data = folder.file("data");
    const std::string output = folder.file("output.txt");
    REQUIRE(run_mock_host({"run", scenario("employee_record"), "--data", data}, folder.file("first.txt"))
                .exit_code == 0);
    auto other = std::make_unique<mock_host::Connection>(store_in(data).string());
    other->read([](mock_host::Session& session) { session << "BEGIN IMMEDIATE", mock_host::sql::now; });

    const std::string looks = folder.file("looks.json");
    std::ofstream(looks) << R"({"name": "looks", "user": "aswanson", "steps": [
        {"open_menu": {"place": "employee_record", "records": ["employee:5814"],
                       "items": [{"label": "Send Text", "enabled": true}]}}]})";
    Program waiting({MOCK_HOST, "run", looks, "--data", data, "--real-time", "--verbose"}, output);
    while (waiting.is_running() && waiting.output().find("in use by another") == std::string::npos)
        std::this_thread::yield();
    REQUIRE(waiting.is_running());
    other.reset();
    while (waiting.is_running())
        std::this_thread::yield();
    INFO(waiting.output());
    CHECK(waiting.output().find("All 1 steps as stated") != std::string::npos);
    CHECK(waiting.output().find("The store can be used again") != std::string::npos);
}

TEST_CASE("an empty file where the store was is refused in words and left as it is") {
    const UsedHost host;
    const std::filesystem::path store = store_in(host.data);
    std::filesystem::resize_file(store, 0);
    const Finished refused = host.play();
    INFO(refused.output);
    CHECK(refused.exit_code == 1);
    CHECK(refused.output.find("send_text.sqlite is empty") != std::string::npos);
    CHECK(std::filesystem::file_size(store) == 0);

    std::filesystem::remove(store);
    CHECK(host.play().output.find("is not there") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(store));
}
