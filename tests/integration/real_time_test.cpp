#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "integration/program.hpp"
#include "unit/support/temp_folder.hpp"

// mock_host run --real-time: nobody moves a clock, and nobody knows when the plug-in has nothing left to do.

using send_text::testing::TempFolder;

namespace {

/// Plays steps in real time, with a branch's line to text from.
Finished play_in_real_time(const std::string& steps) {
    const TempFolder folder;
    const std::string file = folder.file("scenario.json");
    std::ofstream(file) << R"({"name": "in real time", "user": "aswanson", "accounts": [
        {"owner": "branch", "branch": "Memphis NE", "username": "6515550100", "password": "secret"}], "steps": [)"
                        << steps << "]}";
    return run_mock_host({"run", file, "--real-time"}, folder.file("output.txt"));
}

}  // namespace

TEST_CASE("in real time each step waits for what it needs") {
    const Finished played = play_in_real_time(R"(
        {"open_menu": {"place": "employee_record", "records": "employee:5814"}},
        {"choose": "Send Text"},
        {"row_action": {"row": "Dominic Proke", "action": "Change number"}},
        {"dialog": {"name": "send_text.number"}},
        {"close_dialog": {}},
        {"type": {"text": "Are you free on Monday?"}},
        {"press": "Send"},
        {"press": "Continue working"},
        {"dialog": "none"},
        {"reply": {"from": "(651) 428-7716", "text": "Yes"}},
        {"handset": {"number": "(651) 428-7716", "received": "Are you free on Monday?"}})");
    INFO(played.output);
    CHECK(played.exit_code == 0);
}

TEST_CASE("in real time a large group is sent to once it has been looked up") {
    const Finished played = play_in_real_time(R"(
        {"open_menu": {"place": "hotlist", "hotlist": "Warehouse on call", "rows": 200}},
        {"choose": "Send Text"},
        {"type": {"text": "The warehouse opens at 7."}},
        {"press": "Send 200 texts"},
        {"all_handsets": {"count": 200, "each_received": 1}})");
    INFO(played.output);
    CHECK(played.exit_code == 0);
}
