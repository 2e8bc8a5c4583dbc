#include "mock_host/app/run_command.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <ostream>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/carrier_process.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/player.hpp"
#include "mock_host/app/scenario/scenario.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

namespace {

Scenario read(const RunOptions& options) {
    try {
        return read_scenario_file(options.scenario);
    } catch (const ScenarioError& e) {
        throw UsageError(e.what());
    }
}

HostOptions host_options(const RunOptions& options, const Scenario& scenario,
                         const std::filesystem::path& folder, const PluginLibrary& library) {
    HostOptions result;
    result.data_folder = folder;
    result.plugin_id = library.plugin_id();
    result.without = scenario.withheld_extensions;
    if (!options.real_time) result.clock_start_ms = scenario.clock_ms;
    result.mirror_log_to_stderr = options.verbose;
    return result;
}

}  // namespace

int run_scenario(const RunOptions& options, std::ostream& out) {
    const Scenario scenario = read(options);
    std::optional<TemporaryFolder> temporary;
    if (!options.data_folder) temporary.emplace();
    const std::filesystem::path folder = temporary ? temporary->path() : *options.data_folder;
    std::filesystem::create_directories(folder);

    StaffingDatabase database(folder / "staffing.sqlite");
    std::optional<CarrierProcess> simulator;
    if (!options.carrier_url) simulator.emplace(options.carrier_program);
    const std::string carrier_url = simulator ? simulator->url() : *options.carrier_url;
    CarrierControl carrier(carrier_url);

    auto library = std::make_unique<PluginLibrary>(options.plugin);
    Host host(database, host_options(options, scenario, folder, *library));
    Transcript transcript(out);
    Stage stage(database, host, std::move(library), carrier, transcript);
    try {
        return play(scenario, stage, carrier_url.c_str());
    } catch (const Hang& e) {
        transcript.line("\n" + std::string(e.what()));
        // Its threads cannot be joined any more, so nothing here can be taken down in order.
        std::_Exit(1);
    }
}

}  // namespace mock_host
