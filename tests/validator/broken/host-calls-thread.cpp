// A menu waits for the place of the secrets.
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
    if (is_active(plugin) && sound::Plugin::of(plugin).host.credentials != nullptr) {
        const sound::HostServices& host = sound::Plugin::of(plugin).host;
        const staffing_string name = staffing::abi("none");
        host.credentials->remove(host.host, &name, nullptr);
    }
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
