// A host that has nothing at all is taken for a defect.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const sound::Plugin& self = sound::Plugin::of(plugin);
    const sound::HostServices& host = self.host;
    if (self.state != sound::State::ready || host.log_table != nullptr || host.clock != nullptr ||
        host.paths != nullptr) {
        return sound::sound().plugin.activate(plugin, error);
    }
    staffing::write_to(error, "What host is this?");
    return STAFFING_STATUS_INTERNAL_ERROR;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
}
