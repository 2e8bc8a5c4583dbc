#include <chrono>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "carrier/carrier_server.hpp"
#include "integration/program.hpp"
#include "unit/support/temp_folder.hpp"

using mock_host::CarrierControl;
using mock_host::CarrierServer;
using send_text::testing::TempFolder;

namespace {

std::size_t texts_taken(const CarrierControl& carrier) {
    std::size_t taken = 0;
    const nlohmann::json handsets = carrier.all_handsets();
    for (const nlohmann::json& handset : handsets)
        taken += handset.at("texts").size();
    return taken;
}

// Under a sanitizer each moment takes 10 times as long, and is a look for races and leaks: there every fourth.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int every_nth = 4;
#else
constexpr int every_nth = 1;
#endif

}  // namespace

TEST_CASE("killed in the middle of 200 texts and started again: every handset has its text exactly once") {
    // 20 moments: when the carrier has taken 1, 10, 19 … 172 of the 200. The early ones come as they come; at
    // the later ones a request is under way that the carrier has not taken yet, or has taken and not
    // answered.
    const int moment = GENERATE(range(0, 20, every_nth));
    const std::size_t taken_before = 1 + 9 * static_cast<std::size_t>(moment);
    const bool is_between = moment < 6;
    const bool is_taken = moment % 2 == 0;
    const TempFolder folder;
    CarrierServer server;
    server.start();
    CarrierControl carrier(server.base_url());
    if (!is_between) {
        carrier.set_faults(nlohmann::json::array({{{"path", "/message/send"},
                                                   {"skip", taken_before},
                                                   {"times", 1},
                                                   {"fault", is_taken ? "hang_after" : "hang"}}}));
    }
    const std::size_t kill_at = taken_before + (!is_between && is_taken ? 1 : 0);
    const std::vector<std::string> where = {"--data", folder.file("data"), "--carrier", server.base_url()};

    Program sending({MOCK_HOST, "run", scenario("send_200"), where[0], where[1], where[2], where[3]},
                    folder.file("first.txt"));
    while (sending.is_running() && !server.wait_for_texts(kill_at, std::chrono::milliseconds(50))) {
    }
    sending.kill();
    INFO("killed at " << texts_taken(carrier) << " texts, wanted " << kill_at);
    INFO(sending.output());
    REQUIRE(texts_taken(carrier) >= kill_at);
    CHECK(sending.wait() == -9);

    const Finished resumed =
        run_mock_host({"run", scenario("resume_after_kill"), where[0], where[1], where[2], where[3]},
                      folder.file("second.txt"));
    INFO(resumed.output);
    CHECK(resumed.exit_code == 0);
    const nlohmann::json handsets = carrier.all_handsets();
    CHECK(handsets.size() == 200);
    for (const nlohmann::json& handset : handsets) {
        INFO(handset.dump());
        CHECK(handset.at("texts").size() == 1);
    }
}
