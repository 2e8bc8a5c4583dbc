// destroy does not deactivate first.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"

namespace {

void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    sound::Plugin::of(plugin).state = sound::State::ready;
    sound::sound().plugin.destroy(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.destroy = &destroy;
}
