// What was active six times is never active again.
// Expected: others are skipped
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

int times_active = 0;

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin, const staffing_error_sink* error) {
    if (times_active >= 6 && sound::Plugin::of(plugin).state == sound::State::ready) {
        staffing::write_to(error, "It is used up.");
        return STAFFING_STATUS_UNAVAILABLE;
    }
    const staffing_status status = sound::sound().plugin.activate(plugin, error);
    if (status == STAFFING_STATUS_OK) ++times_active;
    return status;
}

void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    times_active = 0;
    sound::sound().plugin.destroy(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
    tables.plugin.destroy = &destroy;
}
