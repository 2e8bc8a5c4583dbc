#include "mock_host/app/serve_command.hpp"

#include <ostream>
#include <thread>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/carrier_process.hpp"
#include "mock_host/app/end_signals.hpp"
#include "mock_host/app/first_start.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/seed/generated_employees.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api.hpp"
#include "mock_host/web/event_hub.hpp"
#include "mock_host/web/running_host.hpp"
#include "mock_host/web/web_server.hpp"

namespace mock_host {

namespace {

constexpr const char* first_user = "aswanson";
constexpr const char* clock_start = "2026-03-02T18:00:00Z";
constexpr std::size_t employees_of_large_office = 10'000;

RunningHostOptions host_options(const ServeOptions& options, const std::filesystem::path& folder,
                                const std::string& carrier_url, std::ostream& problems) {
    RunningHostOptions result;
    result.data_folder = folder;
    result.carrier_url = carrier_url;
    result.clock_start_ms = milliseconds_from_iso(clock_start).value();
    result.mirror_log_to_stderr = options.verbose;
    result.prepare_plugin = [folder, &problems](RunningHost& host) {
        try {
            prepare_plugin(host, folder);
        } catch (const std::exception& e) {
            problems << "mock_host: The plug-in could not be set up for texting: " << e.what() << std::endl;
        }
    };
    return result;
}

void load_plugin(RunningHost& host, const std::filesystem::path& plugin, std::ostream& problems) {
    try {
        host.load(plugin);
    } catch (const std::exception& e) {
        problems << "mock_host: " << e.what() << std::endl;
    }
}

}  // namespace

int serve(const ServeOptions& options, std::ostream& out, std::ostream& problems) {
    hold_end_signals_back();
    std::optional<TemporaryFolder> temporary;
    if (!options.data_folder) temporary.emplace();
    const std::filesystem::path folder = temporary ? temporary->path() : *options.data_folder;
    std::filesystem::create_directories(folder);

    const std::filesystem::path file = folder / "staffing.sqlite";
    const bool is_new = !std::filesystem::exists(file);
    StaffingDatabase database(file);
    if (is_new) add_generated_employees(database, employees_of_large_office);
    std::optional<CarrierProcess> simulator;
    if (!options.carrier_url) {
        // What lasts has phones and a carrier that last.
        const auto state = temporary ? std::nullopt : std::optional(folder / "carrier.sqlite");
        simulator.emplace(options.carrier_program, state);
    }
    const std::string carrier_url = simulator ? simulator->url() : *options.carrier_url;
    CarrierControl carrier(carrier_url);

    RunningHost host(database, carrier, host_options(options, folder, carrier_url, problems));
    host.on_main_thread([](Host& running) { running.session().log_in(first_user); });
    const Api api(host);
    const WebServer server(
        {options.port, options.pages, host.run_id()}, [&](const ApiCall& call) { return api.answer(call); },
        host.events());
    const EndSignals signals([&] { host.stop(); });
    // The plug-in is loaded from another thread: this is the main thread, which it needs.
    const std::jthread starter([&] {
        load_plugin(host, options.plugin, problems);
        out << "Send Text's mock host: " << server.url() << std::endl;
    });
    host.run();
    return 0;
}

}  // namespace mock_host
