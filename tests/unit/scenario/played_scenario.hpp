#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "carrier/carrier_control.hpp"
#include "carrier/carrier_server.hpp"
#include "mock_host/app/scenario/player.hpp"
#include "mock_host/app/scenario/scenario.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/staffing/staffing_database.hpp"

struct Played {
    int code;
    std::string transcript;
};

/// Plays steps on the fixture plug-in, a carrier of their own and the seed's people. `more`: other keys of
/// the scenario.
inline Played play_steps(const nlohmann::json& steps, const nlohmann::json& more,
                         const std::filesystem::path& data_folder) {
    using namespace mock_host;
    nlohmann::json source{{"name", "A test"}, {"user", "aswanson"}, {"steps", steps}};
    source.update(more);
    const Scenario scenario = read_scenario(source);
    const auto database = StaffingDatabase::in_memory();
    CarrierServer server;
    server.start();
    CarrierControl carrier(server.base_url());
    auto library = std::make_unique<PluginLibrary>(FIXTURE_PLUGIN);
    HostOptions options;
    options.data_folder = data_folder;
    options.plugin_id = library->plugin_id();
    options.without = scenario.withheld_extensions;
    options.clock_start_ms = scenario.clock_ms;
    Host host(*database, options);
    std::ostringstream out;
    Transcript transcript(out);
    Stage stage(*database, host, std::move(library), carrier, transcript);
    const int code = play(scenario, stage, server.base_url().c_str());
    return {code, out.str()};
}

inline Played play_steps(const nlohmann::json& steps, const nlohmann::json& more = nlohmann::json::object()) {
    const mock_host::TemporaryFolder folder;
    return play_steps(steps, more, folder.path());
}
