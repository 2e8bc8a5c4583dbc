// A second activate is refused, and stops what the first one started.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const bool was_active = sound::Plugin::of(plugin).state == sound::State::active;
    const staffing_status status = sound::sound().plugin.activate(plugin, error);
    if (was_active) sound::sound().plugin.deactivate(plugin);
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
}
