#include "mock_host/app/load_command.hpp"

#include <ostream>

#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "staffing_cpp/check.hpp"

namespace mock_host {

namespace {

void show_descriptor(const staffing_plugin_descriptor& descriptor, std::ostream& out) {
    const auto show = [&](const char* what, const staffing_string& text) {
        out << "  " << what << staffing::checked_text(text, what) << "\n";
    };
    show("id           ", descriptor.id);
    show("name         ", descriptor.name);
    show("vendor       ", descriptor.vendor);
    show("version      ", descriptor.version);
    show("description  ", descriptor.description);
    show("url          ", descriptor.url);
}

void show_plugin(const PluginLibrary& library, Host& host, std::ostream& out) {
    const LoadedPlugin plugin(library, host);
    out << "Offers:\n";
    for (const std::string& id : plugin.offered_extensions())
        out << "  " << id << "\n";
    out << "Asked for:\n";
    for (const Host::Question& question : host.questions())
        out << "  " << question.id << (question.is_given ? "" : " (this host has none)") << "\n";
}

}  // namespace

int load_plugin(const LoadOptions& options, std::ostream& out) {
    PluginLibrary library(options.plugin);
    out << library.path() << "\n";
    const staffing_version version = library.entry()->version;
    show_descriptor(library.descriptor(), out);
    out << "  contract     " << version.major << "." << version.minor << "." << version.patch << "\n";

    const TemporaryFolder folder;
    const auto database = StaffingDatabase::in_memory();
    HostOptions host_options;
    host_options.data_folder = folder.path();
    host_options.plugin_id = library.plugin_id();
    host_options.clock_start_ms = system_milliseconds();
    Host host(*database, host_options);
    show_plugin(library, host, out);
    for (const std::string& words : host.log().misbehaviour())
        out << "It broke the contract: " << words << "\n";
    library.unload();
    out << "Unloaded.\n";
    return host.log().misbehaviour().empty() ? 0 : 1;
}

}  // namespace mock_host
