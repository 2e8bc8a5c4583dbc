// Windows stay open when nobody is logged in any more.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL changed(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const bool is_active = plugin != nullptr && sound::Plugin::of(plugin).state == sound::State::active;
    if (is_active && sound::Plugin::of(plugin).host.is_main_thread()) return STAFFING_STATUS_OK;
    return sound::sound().session_events.changed(plugin, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.session_events.changed = &changed;
}
