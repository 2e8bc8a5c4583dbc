// When it finds no folder for its files, activate fails, and cannot be tried again.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

const staffing_plugin* failed = nullptr;

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const sound::HostServices& host = sound::Plugin::of(plugin).host;
    if (host.paths == nullptr || !host.data_folder().empty())
        return sound::sound().plugin.activate(plugin, error);
    staffing::write_to(error, "There is no folder.");
    if (failed == plugin) return STAFFING_STATUS_WRONG_STATE;
    failed = plugin;
    return STAFFING_STATUS_UNAVAILABLE;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
}
