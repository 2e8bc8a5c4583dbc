// An extension is asked for when it is needed.
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
        const staffing_host* const host = sound::Plugin::of(plugin).host.host;
        const staffing_string id = staffing::abi(STAFFING_EXT_PROGRESS);
        host->get_extension(host, &id);
    }
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
