// The plug-in that create makes has no deactivate.
// Expected: others are skipped
#include "plugin/sound_plugin.hpp"

void break_it(sound::Tables& tables) {
    tables.plugin.deactivate = nullptr;
}
