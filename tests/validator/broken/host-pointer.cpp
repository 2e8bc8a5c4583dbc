// A copy of the host is passed back.
// Others are not run: create-twice looks for calls of a host that is not alive, too.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

/// Whether this is a plug-in that is at work.
bool is_active(const staffing_plugin* plugin) {
    return plugin != nullptr && sound::Plugin::of(plugin).state == sound::State::active;
}

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (is_active(plugin)) {
        sound::HostServices other = sound::Plugin::of(plugin).host;
        const staffing_host copy = *other.host;
        other.host = &copy;
        other.log(STAFFING_LOG_INFO, "A menu is opened.");
    }
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
