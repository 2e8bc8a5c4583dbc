// It says good bye when it is destroyed.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    sound::Plugin::of(plugin).host.log(STAFFING_LOG_INFO, "Good bye.");
    sound::sound().plugin.destroy(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.destroy = &destroy;
}
