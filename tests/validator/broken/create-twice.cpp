// There can be only one plug-in at a time.
// Expected: others are skipped
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

int alive = 0;

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    if (alive > 0) {
        *plugin = nullptr;
        staffing::write_to(error, "There is one already.");
        return STAFFING_STATUS_UNAVAILABLE;
    }
    const staffing_status status = sound::sound().entry.create(host, plugin, error);
    if (status == STAFFING_STATUS_OK) ++alive;
    return status;
}

void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    --alive;
    sound::sound().plugin.destroy(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
    tables.plugin.destroy = &destroy;
}
