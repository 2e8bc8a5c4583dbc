// When a plug-in is deactivated its descriptor is overwritten.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/text.hpp"

namespace {

staffing_plugin_descriptor own;

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    sound::sound().plugin.deactivate(plugin);
    own.description = staffing::abi("It has ended.");
}

}  // namespace

void break_it(sound::Tables& tables) {
    own = tables.descriptor;
    tables.plugin.descriptor = &own;
    tables.plugin.deactivate = &deactivate;
}
